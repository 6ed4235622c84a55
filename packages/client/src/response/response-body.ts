import { redactToken } from "../token.ts";

/** The body of a response, after it has been read. */
interface ReadBody {
  readonly content: string | ArrayBuffer;
  /** The token of the request. An error that quotes the body must not contain it. */
  readonly secret?: string | undefined;
}

const bodies = new WeakMap<Response, ReadBody>();

/** Reads the body of a response to its end, once, and stores it for later readers. */
export async function readBody(response: Response, secret?: string, isBinary?: boolean): Promise<ReadBody> {
  const known = bodies.get(response);
  if (known) return known;
  const body = { content: await (isBinary ? response.arrayBuffer() : response.text()), secret };
  bodies.set(response, body);
  return body;
}

/** Returns the text of a response's body, and the token to redact before the text is quoted. */
export async function readText(response: Response): Promise<ReadBody & { text: string }> {
  const { content, secret } = await readBody(response);
  return { content, secret, text: typeof content === "string" ? content : new TextDecoder().decode(content) };
}

/**
 * Returns the text of a response's body, with the token redacted. It can be called any number of times.
 *
 * Interceptors need it because a `Response` can be read only once. The body has been read already, within the time limit
 * of the attempt. Cloning the `Response` for each interceptor would double the cost of a call.
 */
export async function readBodyText(response: Response): Promise<string> {
  const { text, secret } = await readText(response);
  return redactBody(text, secret);
}

/**
 * Returns a response that can be read again, for openapi-fetch, its middleware and the caller. The token is
 * redacted in the body of a failure.
 */
export async function toReadable(response: Response): Promise<Response> {
  // A `null` body can be read any number of times, and some statuses, such as 204, require it.
  if (!response.body) return response;
  const { status, statusText, headers, url, ok } = response;
  const { content, secret } = await readBody(response);
  const body = ok ? content : await readBodyText(response);
  // The constructor accepts only 200 to 599; servers may send any status.
  const copy = new Response(body, { status: ok || (status > 299 && status < 600) ? status : 500, statusText, headers });
  bodies.set(copy, { content: body, secret });
  return Object.defineProperties(copy, { url: { value: url }, status: { value: status } });
}

/**
 * Stores the body of a response that openapi-fetch has read, or that middleware has returned in place of another.
 *
 * @param error the body of a failure, as openapi-fetch returns it: parsed JSON, or text
 * @param original the response that middleware has replaced. Its token is redacted in the new body too.
 */
export async function keepBody(
  response: Response,
  error: unknown,
  original: Response | undefined,
  isBinary: boolean,
): Promise<void> {
  if (response.ok) await readBody(response, bodies.get(original as Response)?.secret, isBinary);
  else if (!bodies.has(response))
    bodies.set(response, { content: typeof error === "string" ? error : JSON.stringify(error) });
}

/** Replaces the token in a body, including a token with JSON escapes. */
function redactBody(text: string, secret: string | undefined): string {
  const redacted = redactToken(text, secret);
  if (!secret || !redacted.includes("\\")) return redacted;
  try {
    // `stringify` escapes no character of a token.
    const body = JSON.stringify(JSON.parse(redacted));
    const clean = redactToken(body, secret);
    // Without a change, the text stays as it arrived, including numbers that JavaScript cannot represent.
    return clean === body ? redacted : clean;
  } catch {
    return redacted;
  }
}
