/** The nearest texts of claims by a model of /v1/embeddings, compared one by one. */
const MODEL = {
  passages: process.env.CLAIMGRAPH_EMBEDDINGS_MODEL ?? 'e5-passage',
  questions: process.env.CLAIMGRAPH_EMBEDDINGS_QUERY_MODEL ?? 'e5-query',
};
const AT_ONCE = 32;
const NEAREST = 50;

/** `items`: claims with their texts; `ids`: key by id. */
export async function nearestBy(url, items, ids) {
  const idOf = new Map([...ids].map(([id, key]) => [key, id]));
  const texts = items.flatMap(({ key, texts: all }) => all.map(({ language, text }) => ({ claim: idOf.get(key), language, text })));
  const vectors = [];
  for (let at = 0; at < texts.length; at += AT_ONCE)
    vectors.push(
      ...(await embedded(
        url,
        MODEL.passages,
        texts.slice(at, at + AT_ONCE).map(({ text }) => text),
      )),
    );
  return async (question) => {
    const [asked] = await embedded(url, MODEL.questions, [question]);
    return texts
      .map(({ claim, language }, index) => ({ claim, language, similarity: dot(asked, vectors[index]) }))
      .toSorted((a, b) => b.similarity - a.similarity)
      .slice(0, NEAREST);
  };
}

async function embedded(url, model, input) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model, input }),
  });
  const { data } = await answer.json();
  return data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => unit(Float32Array.from(embedding)));
}

function unit(vector) {
  const length = Math.hypot(...vector);
  return vector.map((each) => each / length);
}

function dot(one, other) {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index] * other[index];
  return sum;
}
