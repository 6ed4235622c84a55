import { cancelStream, readStream } from "../limits/read-stream.ts";

const decoder = new TextDecoder();

/** The body of a response that the client has read as text. */
interface TextBody {
  readonly text: string;
  /** The text in UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const textBodies = new WeakMap<Response, TextBody>();

/** Returns the body of a response that the client has read as text; `undefined` for a response that an interceptor created. */
export function textBodyOf(response: Response): TextBody | undefined {
  return textBodies.get(response);
}

/**
 * Wraps `fetch` to read each response to its end, with at most `maxBytes` of decompressed body.
 *
 * A larger response becomes a 502 that is not retried, and its connection is closed. Counts the bytes of the stream, because
 * `content-length` may be missing and does not state the decompressed size.
 */
export function limitResponses(fetch: typeof globalThis.fetch | undefined, maxBytes: number): typeof globalThis.fetch {
  return async (url, init) => {
    const response = await (fetch ?? globalThis.fetch)(url, init);
    const reader = response.body?.getReader();
    if (reader === undefined) return response;
    const bytes = await readStream(reader, maxBytes);
    if (bytes === undefined) {
      cancelStream(reader);
      return tooLarge(maxBytes);
    }
    // A new `Response` would be slower, and its constructor rejects some statuses that servers send.
    return Object.assign(response, {
      text: async () => decode(response, bytes),
      arrayBuffer: async () => bytes.slice().buffer,
    });
  };
}

function decode(response: Response, bytes: Uint8Array<ArrayBuffer>): string {
  const text = decoder.decode(bytes);
  textBodies.set(response, { text, bytes });
  return text;
}

function tooLarge(maxBytes: number): Response {
  const message = `The API's response exceeds the limit of ${maxBytes} bytes`;
  return Response.json(
    { errors: [{ type: "bad-gateway", message }] },
    { status: 502, headers: { "x-should-retry": "false" } },
  );
}
