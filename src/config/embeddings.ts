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
      'The address of a model that gives embeddings, in the form of OpenAI’s /v1/embeddings. With it, claims are also found in other words and other languages. The texts of claims are sent there.',
  },
  embeddingsModel: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_MODEL',
    flag: 'embeddings-model',
    fallback: 'default',
    form: z.string().min(1),
    expected: 'the name of a model',
    about: 'The model that is asked for the embeddings of texts. Another name works all of them out anew.',
  },
  embeddingsQueryModel: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_QUERY_MODEL',
    flag: 'embeddings-query-model',
    fallback: '',
    form: z.string(),
    expected: 'the name of a model',
    about: 'The model that is asked for the embedding of what somebody looks for, where it has a name of its own; else the same model.',
  },
  embeddingsDimension: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_DIMENSION',
    flag: 'embeddings-dimension',
    unit: 'numbers',
    fallback: '384',
    form: count(2, 4_096),
    expected: '2 to 4096',
    about: 'How many numbers an embedding of the model has.',
  },
  embeddingsToken: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_TOKEN',
    flag: 'embeddings-token',
    fallback: '',
    form: z.string(),
    expected: 'a token',
    about: 'The bearer token that is sent to that address, where it wants one.',
  },
  embeddingsBatch: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_BATCH',
    flag: 'embeddings-batch',
    unit: 'texts',
    fallback: '32',
    form: count(1, 256),
    expected: '1 to 256',
    about: 'Texts that one request to the model has.',
  },
  embeddingsTimeout: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_TIMEOUT',
    flag: 'embeddings-timeout',
    unit: 'milliseconds',
    fallback: '60000',
    form: count(10, DAY),
    expected: `10 to ${DAY}`,
    about: 'Longest time that the model may take for the texts of one request, in the background.',
  },
  embeddingsQueryTimeout: {
    variable: 'CLAIMGRAPH_EMBEDDINGS_QUERY_TIMEOUT',
    flag: 'embeddings-query-timeout',
    unit: 'milliseconds',
    fallback: '1000',
    form: count(10, DAY),
    expected: `10 to ${DAY}`,
    about: 'Longest time that a search waits for the embedding of what is looked for. It answers by words alone when that is over.',
  },
} satisfies Record<string, SettingDefinition>;
