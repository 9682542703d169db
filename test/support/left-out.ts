/** What `npm run test:quick` leaves out, and why: each is run by `npm test`. */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'starts the program as it is built': [
    'cli/{backup,command-line,copy,import,private-files,restore,seed,store-name,warm-up}',
    'container',
    'docs/docs',
    'embeddings/{embeddings,serve}',
    'formats/encodings',
    'http/{faults,stopping,tokens,write-health}',
    'package',
    'store/sqlite-file',
  ],
  'needs a browser': ['e2e/{playground,rebinding}'],
  'needs libraries in Python': ['http/reconcile'],
  'needs a Neo4j': ['store/{neo4j,neo4j-statements}'],
  'takes long: random graphs, large files, many operations, threads, limits of time and memory': [
    'analysis/{as-of,corroboration,merges,search,timeline}',
    'formats/{exports,fixtures,hostile,orders,round-trips,tables}',
    'http/{attacks,hosts,limits,live,operation-threads,operations,rights,shares,worst}',
    'model/quotes',
    'store/{changes,check,fingerprint,random-queries,readers,settled}',
  ],
};

/** The patterns of all of it, from the project's folder on. */
export const leftOutPatterns = (): string[] =>
  Object.values(LEFT_OUT)
    .flat()
    .map((name) => `test/${name}.test.ts`);
