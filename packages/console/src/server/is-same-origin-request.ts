/** The names a browser on this machine reaches the console by. */
const loopbackNames: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether a request comes from the console's own pages, on this machine: whoever may call its API may do all that the token may.
 *
 * - `Host` must be a loopback name: a foreign name that was made to resolve here (DNS rebinding) shows itself there.
 * - `Sec-Fetch-Site`, which every current browser sends and no page can set, must be `same-origin`: another site, and
 *   another port of this machine, say otherwise.
 * - `Origin`, where a browser sends it, must be the host of the request.
 *
 * A program that is no browser can send what it likes; one that runs on this machine is let in.
 */
export function isOwnRequest(request: Request): boolean {
  const host = request.headers.get("host") ?? "";
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (!URL.canParse(`http://${host}`) || !loopbackNames.includes(new URL(`http://${host}`).hostname)) return false;
  if (site !== null && site !== "same-origin") return false;
  return origin === null || origin === `http://${host}`;
}
