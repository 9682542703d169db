/** @neo4j/graphql behind the same HTTP layer as claimgraph, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import Fastify from 'fastify';
import neo4j from 'neo4j-driver';
import { typeDefs } from './types.mjs';

const driver = neo4j.driver(workerData.address, undefined, { maxConnectionPoolSize: 16 });
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const app = Fastify();
const apollo = new ApolloServer({ schema, plugins: [fastifyApolloDrainPlugin(app)] });
await apollo.start();
await app.register(fastifyApollo(apollo), { context: async () => ({ cypherQueryOptions: { addVersionPrefix: true } }) });
const url = await app.listen({ host: '127.0.0.1', port: 0 });

parentPort.on('message', async ({ ask }) => {
  if (ask !== 'stop') return;
  await app.close();
  await driver.close();
  parentPort.postMessage('done');
  parentPort.close();
});
parentPort.postMessage(`${url}/graphql`);
