/** Exports of several files, as one archive. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ExportFile {
  readonly name: string;
  readonly text: AsyncIterable<string>;
}

/** One file after the other, each read while it is written. */
export function zipped(files: AsyncIterable<ExportFile>): Readable {
  const zip = new ZipFile();
  void (async () => {
    try {
      for await (const { name, text } of files) {
        const stream = Readable.from(text, { objectMode: false });
        const done = new Promise<void>((resolve, reject) => {
          stream.once('end', resolve).once('error', reject);
        });
        zip.addReadStream(stream, name);
        await done;
      }
      zip.end();
    } catch (error) {
      (zip.outputStream as Readable).destroy(error as Error);
    }
  })();
  return zip.outputStream as Readable;
}
