import { HttpError } from "../http-error.ts";

/** `Sec-Fetch-Site` of a page of the same origin, and of a request that the user made without a page. */
const TRUSTED_SITES = ["same-origin", "none"];

/**
 * Rejects writes by pages of another origin; another port or subdomain is one too. The browser adds the session cookie to
 * such requests, a `SameSite` cookie included if the site is the same.
 *
 * Every current browser sends `Sec-Fetch-Site` over https and on localhost, and no page can set it. Clients that are not browsers may leave it out.
 *
 * @throws {HttpError} 403
 */
export function checkCsrf({ method, headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  if (method !== "GET" && site !== null && !TRUSTED_SITES.includes(site)) {
    throw new HttpError(403, "forbidden", "Writes from pages of another origin are not allowed");
  }
}
