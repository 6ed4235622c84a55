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
 * The text of a response's body, as often as it is asked for.
 *
 * Interceptors need it because a `Response` gives its body away only once, and the client has read it by then: the time limit
 * of an attempt covers it, and making a second `Response` of it would cost as much as the rest of a call.
 */
export async function bodyText(response: Response): Promise<string> {
  return (await readBody(response)).text;
}

/** A text that came back from the wire without the token it may quote. */
export function withoutToken(text: string, token: string | undefined): string {
  return token ? text.replaceAll(token, "[token]") : text;
}
