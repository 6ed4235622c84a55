import { Refusal } from "../refusal.ts";

/**
 * Reads a body as text and stops as soon as it is too large, whatever `content-length` says.
 *
 * @throws {Refusal} 413 for more than `maxBytes`, 400 for bytes that are not UTF-8.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    text += decode(decoder, read.value);
  }
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new Refusal(400, "bad-request", "The body is not UTF-8");
  }
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal(413, "payload-too-large", `The body has more than ${maxBytes} bytes`);
}
