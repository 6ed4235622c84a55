/** What is known of a response whose body has been read. */
interface ReadBody {
  readonly text: string;
  /** What must not be quoted from it, should it repeat it: the token it was asked for with. */
  readonly secret: string | undefined;
}

const bodies = new WeakMap<Response, ReadBody>();

/** Reads a response's body to its end, the first time, and notes it beside the response. */
export async function readBody(response: Response, secret?: string): Promise<ReadBody> {
  const known = bodies.get(response);
  if (known) return known;
  const body = { text: await response.text(), secret };
  bodies.set(response, body);
  return body;
}

/**
 * The text of a response's body without the token, should it repeat that, as often as it is asked for.
 *
 * Interceptors need it because a `Response` gives its body away only once, and the client has read it by then: the time limit
 * of an attempt covers it, and making a second `Response` of it would cost as much as the rest of a call.
 */
export async function bodyText(response: Response): Promise<string> {
  const { text, secret } = await readBody(response);
  return withoutToken(text, secret);
}

/** How short a token can be and still be a secret, in characters. Taking out a shorter one, of a test say, would spoil the text. */
const SHORTEST_SECRET = 8;

/** What came back from the wire, without the token it may quote if it is a text. */
export function withoutToken<Value>(value: Value, token: string | undefined): Value {
  const isSafe = typeof value !== "string" || !token?.[SHORTEST_SECRET - 1];
  return isSafe ? value : (value.replaceAll(token, "[token]") as Value & string);
}
