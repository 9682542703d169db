/** The formats that are written. */
import type { Store } from '../store/store.js';
import type { ExportScope } from './exporting.js';
import { writeOwn } from './own/write.js';

export interface ExportFormat {
  readonly name: string;
  readonly about: string;
  readonly mediaType: string;
  /** Of the file's name. */
  readonly ending: string;
  readonly write: (store: Store, scope: ExportScope) => AsyncGenerator<string>;
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    name: 'jsonl',
    about: "claimgraph's own JSON Lines, from which the graph can be made again",
    mediaType: 'application/jsonl',
    ending: 'jsonl',
    write: writeOwn,
  },
];
