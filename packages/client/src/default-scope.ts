import type { Token } from "./token.ts";

/** The numbers of token functions, which have no value to compare. */
const numbers = new WeakMap<Exclude<Token, string>, number>();
let count = 0;

/**
 * Returns the default `scope` of a client: its base URL, and for a client with a token, a text that differs for each token.
 *
 * A token belongs to one workspace. Clients of two workspaces therefore do not share cached data by default.
 */
export function defaultScope(baseUrl: string, token: Token | undefined): string {
  if (!token) return baseUrl;
  if (typeof token === "string") return `${baseUrl}#${hash(token)}`;
  const number = numbers.get(token) ?? (count += 1);
  numbers.set(token, number);
  return `${baseUrl}#${number}`;
}

/** Returns a 32-bit FNV-1a hash. It is far too short to derive a token from, because a scope can be part of a rendered page. */
function hash(text: string): string {
  let result = 0x811c9dc5;
  for (const character of text) result = Math.imul(result ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (result >>> 0).toString(36);
}
