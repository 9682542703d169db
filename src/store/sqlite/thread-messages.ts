/** What the store's thread is given, and how it tells of failures. */
import { failedBy, type Reply } from '../../threads/messages.js';
import { asStoreError, type OpenOptions } from './open.js';

export interface ThreadData extends OpenOptions {
  readonly file: string;
}

export const failed = (file: string, id: number, thrown: unknown): Reply<never> => failedBy(id, asStoreError(file, thrown));
