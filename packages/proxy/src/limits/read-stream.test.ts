import fc from "fast-check";
import { expect, it } from "vitest";
import { readStream } from "./read-stream.ts";

const chunksOf = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 30 });

/** Creates a stream of chunks. */
function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

it("joins chunks of any sizes, and does not change them", async () => {
  await fc.assert(
    fc.asyncProperty(chunksOf, async (chunks) => {
      const expected = chunks.flatMap((chunk) => [...chunk]);
      const copies = chunks.map((chunk) => [...chunk]);
      const bytes = await readStream(streamOf(chunks).getReader(), Infinity);
      expect([...(bytes ?? [])]).toEqual(expected);
      expect(chunks.map((chunk) => [...chunk])).toEqual(copies);
    }),
  );
});

it("returns undefined if the bytes or the chunks exceed the limit", async () => {
  await fc.assert(
    fc.asyncProperty(chunksOf, fc.nat(300), async (chunks, maxBytes) => {
      const size = Math.max(chunks.length, chunks.flatMap((chunk) => [...chunk]).length);
      const bytes = await readStream(streamOf(chunks).getReader(), maxBytes);
      expect(bytes === undefined).toBe(size > maxBytes);
    }),
  );
});

it("stops an endless stream of empty chunks", async () => {
  const stream = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array()) });
  expect(await readStream(stream.getReader(), 1_000)).toBe(undefined);
});
