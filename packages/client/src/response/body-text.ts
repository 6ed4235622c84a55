const texts = new WeakMap<Response, string>();
const secrets = new WeakMap<Response, string>();

/** Notes the text of a response whose body has been read. */
export function rememberText(response: Response, text: string): void {
  texts.set(response, text);
}

/** Notes what must not be quoted from a response, should it repeat it: the token it was asked for with. */
export function rememberSecret(response: Response, secret: string): void {
  secrets.set(response, secret);
}

/**
 * The text of a response's body, as often as it is asked for.
 *
 * Interceptors need it because a `Response` gives its body away only once, and the client has read it by then: the time limit
 * of an attempt covers it, and making a second `Response` of it would cost as much as the rest of a call.
 */
export async function bodyText(response: Response): Promise<string> {
  const known = texts.get(response);
  if (known !== undefined) return known;
  const text = await response.text();
  rememberText(response, text);
  return text;
}

/** The same text for an error's use: without the token. */
export async function quotableText(response: Response): Promise<string> {
  const text = await bodyText(response);
  const secret = secrets.get(response);
  return secret ? text.replaceAll(secret, "[token]") : text;
}
