import { hashOf } from '../../received.ts';
import { ByteStream, chunksOf } from '../archive/byte-stream.ts';
import type { ReadFormat } from '../format.ts';
import { readCaptures } from './captures.ts';

export const readWarc: ReadFormat = async function* (received, work) {
  const { source } = received;
  yield* readCaptures(new ByteStream(chunksOf(source)), received, work, await hashOf(source));
};
