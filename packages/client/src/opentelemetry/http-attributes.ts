import type { Attributes } from "@opentelemetry/api";
import type { RequestContext } from "../interceptor.ts";

/** The default port of each scheme. `URL.port` is empty for a default port. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/** Returns the attributes of a request for spans and metrics, following the semantic conventions for HTTP clients. */
export function requestAttributes({ url, operation }: RequestContext): Attributes {
  return {
    "http.request.method": operation.method,
    "url.template": operation.path,
    ...serverAttributes(url),
  };
}

/** Returns the attributes of the server. In a browser a URL may be relative to the page. */
function serverAttributes(url: string): Attributes {
  const base = "location" in globalThis ? globalThis.location?.href : undefined;
  if (!URL.canParse(url, base)) return {};
  const { hostname, port, protocol } = new URL(url, base);
  return {
    // An IPv6 address has brackets only within a URL.
    "server.address": hostname.replace(/^\[(.*)\]$/, "$1"),
    "server.port": port ? Number(port) : DEFAULT_PORTS[protocol],
    "url.scheme": protocol.slice(0, -1),
  };
}

/** Returns the attributes of a response. For a client span, status 400 and above is an error. */
export function responseAttributes({ status }: Response): Attributes {
  return { "http.response.status_code": status, ...(status >= 400 && { "error.type": String(status) }) };
}

/** Returns the attributes of a request without a response: the name of the error, which has low cardinality. */
export function failureAttributes(thrown: unknown): Attributes {
  return { "error.type": thrown instanceof Error && /^\w{1,60}$/.test(thrown.name) ? thrown.name : "_OTHER" };
}

/**
 * Redacts a URL: credentials and query values become `REDACTED`, and the fragment is removed. Query names are kept.
 *
 * The semantic conventions require redaction of sensitive values. The queries of this API contain email addresses and ids.
 */
export function redactUrl(url: string): string {
  const [address = "", query] = url
    .split("#", 1)
    .join("")
    .split(/\?(.*)/s, 2);
  const withoutLogin = address.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/@]*@/i, "$1//REDACTED:REDACTED@");
  if (query === undefined) return withoutLogin;
  return `${withoutLogin}?${query.replace(/=[^&]*/g, "=REDACTED")}`;
}
