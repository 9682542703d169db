/** The ready tabs: the documents in examples/, in the order of their names. */
const documents = import.meta.glob<string>('../../examples/*.graphql', { query: '?raw', import: 'default', eager: true });

export const exampleTabs = Object.entries(documents)
  .sort(([left], [right]) => left.localeCompare(right))
  .map(([, query]) => ({ query }));
