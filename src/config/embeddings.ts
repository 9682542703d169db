/** Where embeddings of claims' texts come from: part of the one table of settings. Without an address, there are none. */
import * as z from 'zod';
import { count, DAY, type SettingDefinition } from './setting.js';

export const EMBEDDINGS = {
  embeddingsUrl: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_URL',
    flag: 'embeddings-url',
    fallback: '',
    form: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    expected: 'an address such as http://127.0.0.1:8000/v1/embeddings',
    about:
      'The address of an embedding model with the interface of OpenAI’s /v1/embeddings. With a model, search also finds claims in other words and other languages. The texts of claims are sent to this address.',
  },
  embeddingsModel: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_MODEL',
    flag: 'embeddings-model',
    fallback: 'default',
    form: z.string().min(1),
    expected: 'the name of a model',
    about: 'The model for the embeddings of texts. Changing the name recomputes all embeddings.',
  },
  embeddingsQueryModel: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_QUERY_MODEL',
    flag: 'embeddings-query-model',
    fallback: '',
    form: z.string(),
    expected: 'the name of a model',
    about: 'The model for the embeddings of search texts, if it has a different name. Defaults to the model for texts.',
  },
  embeddingsDimension: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_DIMENSION',
    flag: 'embeddings-dimension',
    unit: 'numbers',
    fallback: '384',
    form: count(2, 4_096),
    expected: '2 to 4096',
    about: "The dimension of the model's embeddings.",
  },
  embeddingsToken: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_TOKEN',
    flag: 'embeddings-token',
    fallback: '',
    form: z.string(),
    expected: 'a token',
    about: 'The bearer token to send to that address, if it requires one.',
  },
  embeddingsBatch: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_BATCH',
    flag: 'embeddings-batch',
    unit: 'texts',
    fallback: '32',
    form: count(1, 256),
    expected: '1 to 256',
    about: 'Texts per request to the model.',
  },
  embeddingsTimeout: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_TIMEOUT',
    flag: 'embeddings-timeout',
    unit: 'milliseconds',
    fallback: '60000',
    form: count(10, DAY),
    expected: `10 to ${DAY}`,
    about: 'Maximum time that the model may take for one request in the background.',
  },
  embeddingsQueryTimeout: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_QUERY_TIMEOUT',
    flag: 'embeddings-query-timeout',
    unit: 'milliseconds',
    fallback: '1000',
    form: count(10, DAY),
    expected: `10 to ${DAY}`,
    about: 'Maximum time that a search waits for the embedding of its text. After that it answers by words alone.',
  },
} satisfies Record<string, SettingDefinition>;
