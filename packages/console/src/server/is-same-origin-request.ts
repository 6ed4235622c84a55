const loopbackHosts: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Returns whether a request comes from the console's own pages or from a program on this machine.
 *
 * - `Host` must be a loopback name. This prevents DNS rebinding.
 * - `Sec-Fetch-Site`, if present, must be `same-origin`. Every current browser sends it, and no page can set it.
 * - `Origin`, if present, must match `Host`.
 *
 * Programs on this machine can send any header. They are allowed.
 */
export function isSameOriginRequest({ headers }: Request): boolean {
  const host = headers.get("host") ?? "";
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (!URL.canParse(`http://${host}`) || !loopbackHosts.includes(new URL(`http://${host}`).hostname)) return false;
  if (site !== null && site !== "same-origin") return false;
  return origin === null || origin === `http://${host}`;
}
