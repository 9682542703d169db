import java.nio.file.Path;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j Community with Bolt on loopback and no authentication: DATA-FOLDER PORT. Ends when its standard input does. */
public class TestNeo4j {
  public static void main(String[] arguments) throws Exception {
    var settings =
        new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
            .setConfig(GraphDatabaseSettings.pagecache_memory, 256L << 20);
    if (Boolean.getBoolean("claimgraph.plannedOnce"))
      settings
          .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofDays(1))
          .setConfig(GraphDatabaseSettings.query_cache_size, 20_000);
    var service = settings.build();
    System.out.println("ready");
    while (System.in.read() != -1) {}
    service.shutdown();
    System.exit(0);
  }
}
