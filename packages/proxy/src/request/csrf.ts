import { HttpError } from "../response/http-error.ts";

/** The trusted values of `Sec-Fetch-Site`: pages of the same origin, and requests that the user started directly. */
const TRUSTED_SITES = ["same-origin", "none"];

/**
 * Rejects writes from pages of another origin, including other ports and subdomains. The browser sends the session cookie with
 * such requests. Between origins of the same site, it also sends `SameSite` cookies.
 *
 * Current browsers send `Sec-Fetch-Site` over https and on localhost, and pages cannot change it. Other clients can omit it.
 *
 * @throws {HttpError} 403 for a write from another origin.
 */
export function checkCsrf({ method, headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  if (method !== "GET" && method !== "HEAD" && site !== null && !TRUSTED_SITES.includes(site)) {
    throw new HttpError(403, "forbidden", "Writes from pages of another origin are not allowed");
  }
}

/** The media types that a page can send to another origin without a CORS preflight (Fetch standard, 2.2.2). */
const SIMPLE_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

/**
 * Rejects a POST with a form, with text or without a body that may come from a page of another origin.
 *
 * Pages can send such a request to another origin without a CORS preflight. Without `Sec-Fetch-Site`, it must therefore have an
 * `Origin` with the host of its URL, or the header `X-Requested-With`. Pages cannot send that header to another origin without a
 * preflight.
 *
 * @param type the media type of the body; `undefined` for an operation without a body
 * @throws {HttpError} 403 for a request without these headers.
 */
export function checkSimpleRequest({ headers, url }: Request, type?: string): void {
  if (type !== undefined && !SIMPLE_TYPES.includes(type)) return;
  if (headers.has("sec-fetch-site") || headers.has("x-requested-with")) return;
  const origin = headers.get("origin");
  if (origin !== null && URL.canParse(origin) && new URL(origin).host === new URL(url).host) return;
  throw new HttpError(
    403,
    "forbidden",
    "A request with a form, with text or without a body must have an Origin of this host, or the header X-Requested-With",
  );
}
