/**
 * Reads a stream to its end. Returns `undefined` as soon as it exceeds `maxBytes`. The caller must then cancel the reader.
 *
 * Copies small chunks into one buffer. A list of one-byte chunks would need a hundred times the memory of their bytes.
 */
export async function readStream(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let buffer = new Uint8Array();
  let length = 0;
  for (let count = 1; ; count++) {
    const { done, value } = await reader.read();
    if (done) return buffer.subarray(0, length);
    if (!ArrayBuffer.isView(value)) throw new TypeError("The stream contains a chunk that is not binary");
    // Each chunk counts as at least one byte, so that an endless stream of empty chunks ends too.
    if (Math.max(length + value.byteLength, count) > maxBytes) return undefined;
    if (length === 0) {
      buffer = value as Uint8Array<ArrayBuffer>;
    } else {
      // The first chunk is the buffer, but it belongs to the stream. It has no free space, so the next bytes cause a copy.
      if (length + value.byteLength > buffer.byteLength) {
        const grown = new Uint8Array(Math.max(2 * buffer.byteLength, length + value.byteLength));
        grown.set(buffer.subarray(0, length));
        buffer = grown;
      }
      buffer.set(value, length);
    }
    length += value.byteLength;
  }
}

/** Cancels a stream without waiting, because `cancel` may reject or never settle. */
export function cancelStream(reader: ReadableStreamDefaultReader): void {
  reader.cancel().catch(() => {});
}
