import { HttpError } from "../http-error.ts";

/** The trusted values of `Sec-Fetch-Site`: pages of the same origin, and requests that the user started directly. */
const TRUSTED_SITES = ["same-origin", "none"];

/**
 * Rejects writes from pages of another origin, including other ports and subdomains. The browser sends the session cookie with
 * such requests. Within one site, this includes `SameSite` cookies.
 *
 * Current browsers send `Sec-Fetch-Site` over https and on localhost, and pages cannot change it. Other clients can omit it.
 *
 * @throws {HttpError} 403 for a write from another origin.
 */
export function checkCsrf({ method, headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  if (method !== "GET" && site !== null && !TRUSTED_SITES.includes(site)) {
    throw new HttpError(403, "forbidden", "Writes from pages of another origin are not allowed");
  }
}
