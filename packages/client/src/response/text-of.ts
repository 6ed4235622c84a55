const texts = new WeakMap<Response, string>();

/** Notes the text a response was made from. */
export function rememberText(response: Response, text: string): Response {
  texts.set(response, text);
  return response;
}

/** The body's text: from memory where it is known, since reading it out of a `Response` costs as much as making one. */
export async function textOf(response: Response): Promise<string> {
  return texts.get(response) ?? response.text();
}
