/** Vectors in one byte a number: a cosine of two of them differs by less than 0.01, and a quarter of the room is needed. */

const LARGEST = 127;

/** Of a vector of length 1: each number as 127ths of the largest one, which stands first, in four bytes. */
export function compact(vector: Float32Array): Buffer {
  const largest = vector.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  const bytes = Buffer.alloc(4 + vector.length);
  bytes.writeFloatLE(largest);
  vector.forEach((number, index) => bytes.writeInt8(Math.round((number / largest) * LARGEST), 4 + index));
  return bytes;
}

export function expanded(bytes: Buffer): Float32Array {
  const largest = bytes.readFloatLE();
  return Float32Array.from({ length: bytes.length - 4 }, (_, index) => (bytes.readInt8(4 + index) / LARGEST) * largest);
}
