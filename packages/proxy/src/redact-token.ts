import { ConfigError, type Token } from "@segment-iam/client";

/** How many tokens of a provider are remembered: more than are in use at once while they rotate. */
const REMEMBERED = 10;

/** A shorter token is a mock's and no secret, and may be part of any word. */
const SHORTEST_SECRET = 8;

/** A token whose value can be kept out of texts. */
export interface RedactedToken {
  /** For the client. */
  readonly token: Token;
  /** The same text without the token, also where it stands in JSON. */
  redact(text: string): string;
}

/** Watches which tokens are in use, so that an API that repeats what it was sent cannot give one away. */
export function redactToken(token: Token): RedactedToken {
  let used: string[] = [];
  return {
    token: typeof token === "string" ? remember(token) : async () => remember(await token()),
    redact: (text) => used.flatMap(forms).reduce((rest, form) => rest.replaceAll(form, "[redacted]"), text),
  };

  function remember(value: unknown): string {
    if (typeof value !== "string") throw new ConfigError("The function that gives the proxy's token gave no text");
    if (value.length >= SHORTEST_SECRET && !used.includes(value)) used = [value, ...used].slice(0, REMEMBERED);
    return value;
  }
}

/** How a token looks in a header and in JSON. */
function forms(token: string): string[] {
  return [token, JSON.stringify(token).slice(1, -1)];
}
