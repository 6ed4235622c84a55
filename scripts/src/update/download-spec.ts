import { readFile } from "node:fs/promises";

/** Thrown when the published document cannot be read. The message is a single line without secrets. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
}

/** Limits of a download. */
export interface DownloadLimits {
  /** The time for the whole download, in milliseconds. @default 60_000 */
  timeoutMs?: number;
  /** The maximum size of the document, in bytes. @default 20_000_000 */
  maxBytes?: number;
}

/** Returns the bytes of a document from an `http:` or `https:` URL, or from a file. @throws {DownloadError} */
export async function downloadSpec(source: string, limits: DownloadLimits = {}): Promise<Uint8Array> {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(source)) {
    return readFile(source).catch((cause: NodeJS.ErrnoException) => {
      throw new DownloadError(`Cannot read ${source} (${cause.code}). Check the path in SPEC_SOURCE.`, { cause });
    });
  }
  const name = displayName(source);
  const { timeoutMs = 60_000, maxBytes = 20_000_000 } = limits;
  try {
    const response = await fetch(source, {
      headers: { accept: "application/yaml, application/json, text/plain, */*;q=0.1" },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new DownloadError(`${name} responded with ${response.status}. Check the URL in SPEC_SOURCE.`);
    }
    const bytes = await readBody(response, name, maxBytes);
    if (bytes.length === 0) throw new DownloadError(`${name} returned no document. Check the URL in SPEC_SOURCE.`);
    if (/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 1_000)))) {
      throw new DownloadError(
        `${name} returned HTML or XML instead of an OpenAPI document. Check the URL in SPEC_SOURCE.`,
      );
    }
    return bytes;
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    throw new DownloadError(`Cannot download ${name}: ${reasonOf(error, timeoutMs)}.`, { cause: error });
  }
}

/** Returns a source for messages. A URL loses its query, which can contain a secret. @throws {DownloadError} if it is invalid */
export function displayName(source: string): string {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(source)) return source;
  const url = URL.parse(source);
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new DownloadError("SPEC_SOURCE is not a valid http: or https: URL.");
  }
  if (url.username || url.password)
    throw new DownloadError("The URL in SPEC_SOURCE must not contain a user or password.");
  return `${url.origin}${url.pathname}`;
}

async function readBody(response: Response, name: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the download.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new DownloadError(`${name} is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === "TimeoutError") return `timed out after ${timeoutMs} ms`;
  // `fetch` wraps the error of the connection. Its own message can contain the whole URL.
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return "the request failed";
  return "code" in cause ? String(cause.code) : cause.message;
}
