import { Refusal } from "../refusal.ts";

/** What browsers say of a page of the same origin, and of what a person asked for without a page. */
const OWN: readonly (string | null)[] = ["same-origin", "none"];

/**
 * Refuses a write that a page of another origin sends, of another port or subdomain too: those get the session's cookie along, even
 * a `SameSite` one. Every current browser sends `Sec-Fetch-Site`, and no page can set it; what is no browser may leave it out.
 *
 * @throws {Refusal} 403
 */
export function refuseForeignPage({ method, headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  if (method !== "GET" && site !== null && !OWN.includes(site)) {
    throw new Refusal(403, "forbidden", "Pages of another origin may not write");
  }
}
