/** What the proxy answers, before it is put into a response. */
export interface Answer {
  readonly status: number;
  /** The value of the body; left out where there is none. */
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes the response: JSON that nobody stores. `redact` sees each text in it. */
export function toResponse({ status, body, headers }: Answer, redact: (text: string) => string): Response {
  const all = {
    "cache-control": "no-store",
    ...(body !== undefined && { "content-type": "application/json" }),
    ...headers,
  };
  const redacted = Object.entries(all).map(([name, value]): [string, string] => [name, redact(value)]);
  return new Response(body === undefined ? null : redact(JSON.stringify(body)), { status, headers: redacted });
}
