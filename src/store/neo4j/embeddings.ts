/**
 * Texts of claims and their vectors in the Neo4j that holds the graph: nodes of their own, that no claim is joined to,
 * with a vector index for each model.
 * @see https://neo4j.com/docs/cypher-manual/5/indexes/semantic-indexes/vector-indexes/
 */
import neo4j, { type Driver } from 'neo4j-driver';
import {
  digestOf,
  NO_PROGRESS,
  type ClaimTexts,
  type Embedding,
  type EmbeddingCount,
  type EmbeddingModel,
  type KeptEmbeddings,
  type KeptText,
  type Near,
  type Progress,
} from '../embeddings.js';

/** Seconds for an index to be there. */
const INDEX_WITHIN = 60;
/** Characters of a model's digest that its property and its index are named by. */
const NAMED_BY = 12;
/** Texts that are marked at once. */
const MARKED_AT_ONCE = 5_000;

export interface Neo4jAddress {
  readonly uri: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
}

/** @throws the driver's errors, where the database cannot be reached. */
export async function openEmbeddingsNeo4j({ uri, user, password, database }: Neo4jAddress, model: EmbeddingModel): Promise<KeptEmbeddings> {
  const driver = neo4j.driver(uri, user === undefined ? undefined : neo4j.auth.basic(user, password ?? ''), {
    disableLosslessIntegers: true,
  });
  const kept = new EmbeddingsNeo4j(driver, database, digestOf(`${model.name} ${model.dimension}`).slice(0, NAMED_BY));
  try {
    await kept.prepare(model.dimension);
  } catch (error) {
    await driver.close();
    throw error;
  }
  return kept;
}

class EmbeddingsNeo4j implements KeptEmbeddings {
  readonly #vector: string;
  readonly #waiting: string;
  readonly #index: string;

  constructor(
    private readonly driver: Driver,
    private readonly database: string | undefined,
    model: string,
  ) {
    this.#vector = `vector_${model}`;
    this.#waiting = `waiting_${model}`;
    this.#index = `EmbeddedText_${model}`;
  }

  /** Constraints and indexes; texts that a new model gave no vector of are marked. */
  async prepare(dimension: number): Promise<void> {
    const [there] = await this.#run<{ name: string }>('SHOW INDEXES YIELD name WHERE name = $name', { name: this.#index });
    if (there) return;
    for (const statement of [
      'CREATE CONSTRAINT EmbeddedText_digest_unique IF NOT EXISTS FOR (t:EmbeddedText) REQUIRE t.digest IS UNIQUE',
      'CREATE INDEX EmbeddedClaim_claim IF NOT EXISTS FOR (c:EmbeddedClaim) ON (c.claim)',
      'CREATE INDEX EmbeddedClaim_digest IF NOT EXISTS FOR (c:EmbeddedClaim) ON (c.digest)',
      'CREATE CONSTRAINT EmbeddingProgress_name_unique IF NOT EXISTS FOR (p:EmbeddingProgress) REQUIRE p.name IS UNIQUE',
      `CREATE INDEX EmbeddedText_${this.#waiting} IF NOT EXISTS FOR (t:EmbeddedText) ON (t.${this.#waiting})`,
    ])
      await this.#run(statement);
    await this.#run(
      `MATCH (t:EmbeddedText) WHERE t.${this.#vector} IS NULL CALL (t) { SET t.${this.#waiting} = true } IN TRANSACTIONS OF ${MARKED_AT_ONCE} ROWS`,
    );
    // Last, for it is what says that all of this is done.
    await this.#run(
      `CREATE VECTOR INDEX ${this.#index} IF NOT EXISTS FOR (t:EmbeddedText) ON (t.${this.#vector}) OPTIONS {indexConfig: {\`vector.dimensions\`: ${dimension}, \`vector.similarity_function\`: 'cosine'}}`,
    );
    await this.#run(`CALL db.awaitIndexes(${INDEX_WITHIN})`);
  }

  async progress(): Promise<Progress> {
    const [found] = await this.#run<Progress>("MATCH (p:EmbeddingProgress {name: 'log'}) RETURN p.position AS position, p.at AS at");
    return found ?? NO_PROGRESS;
  }

  async take(claims: readonly ClaimTexts[], { position, at }: Progress): Promise<void> {
    const rows = claims.flatMap(({ claim, texts }) =>
      texts.map(({ text, language }) => ({ claim, language, text, digest: digestOf(text) })),
    );
    await this.#write([
      ['UNWIND $claims AS claim MATCH (c:EmbeddedClaim {claim: claim}) DELETE c', { claims: claims.map(({ claim }) => claim) }],
      [
        `UNWIND $rows AS row MERGE (t:EmbeddedText {digest: row.digest}) ON CREATE SET t.text = row.text, t.${this.#waiting} = true
         CREATE (:EmbeddedClaim {claim: row.claim, language: row.language, digest: row.digest})`,
        { rows },
      ],
      ["MERGE (p:EmbeddingProgress {name: 'log'}) SET p.position = $position, p.at = $at", { position: neo4j.int(position), at }],
    ]);
  }

  async forgetClaims(): Promise<void> {
    await this.#run(`MATCH (c:EmbeddedClaim) CALL (c) { DELETE c } IN TRANSACTIONS OF ${MARKED_AT_ONCE} ROWS`);
    await this.#run("MATCH (p:EmbeddingProgress {name: 'log'}) DELETE p");
  }

  missing(limit: number): Promise<readonly KeptText[]> {
    return this.#run(`MATCH (t:EmbeddedText) WHERE t.${this.#waiting} = true RETURN t.digest AS digest, t.text AS text LIMIT $limit`, {
      limit: neo4j.int(limit),
    });
  }

  async keep(embeddings: readonly Embedding[]): Promise<void> {
    await this.#run(
      `UNWIND $rows AS row MATCH (t:EmbeddedText {digest: row.digest}) REMOVE t.${this.#waiting}
       WITH t, row CALL db.create.setNodeVectorProperty(t, '${this.#vector}', row.vector)`,
      { rows: embeddings.map(({ digest, vector }) => ({ digest, vector: [...vector] })) },
    );
  }

  async nearest(vector: Float32Array, limit: number): Promise<readonly Near[]> {
    // The index tells (1 + cosine) / 2.
    return this.#run(
      `CALL db.index.vector.queryNodes($index, $limit, $vector) YIELD node, score
       MATCH (c:EmbeddedClaim {digest: node.digest})
       RETURN c.claim AS claim, c.language AS language, 2 * score - 1 AS similarity ORDER BY similarity DESC, claim, language LIMIT $limit`,
      { index: this.#index, limit: neo4j.int(limit), vector: [...vector] },
    );
  }

  async count(): Promise<EmbeddingCount> {
    const [found] = await this.#run<EmbeddingCount>(
      `MATCH (t:EmbeddedText) WHERE EXISTS { (:EmbeddedClaim {digest: t.digest}) } RETURN count(t) AS texts, count(t.${this.#vector}) AS embedded`,
    );
    return found!;
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  async #run<Row extends object>(cypher: string, parameters: object = {}): Promise<Row[]> {
    const session = this.driver.session(this.database === undefined ? {} : { database: this.database });
    try {
      const { records } = await session.run(`CYPHER 5 ${cypher}`, parameters);
      return records.map((record) => record.toObject() as Row);
    } finally {
      await session.close();
    }
  }

  async #write(statements: readonly (readonly [cypher: string, parameters: object])[]): Promise<void> {
    const session = this.driver.session(this.database === undefined ? {} : { database: this.database });
    try {
      await session.executeWrite(async (transaction) => {
        for (const [cypher, parameters] of statements) await transaction.run(`CYPHER 5 ${cypher}`, parameters);
      });
    } finally {
      await session.close();
    }
  }
}
