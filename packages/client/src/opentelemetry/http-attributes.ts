import type { Attributes } from "@opentelemetry/api";
import type { Exchange } from "../interceptor.ts";

/** The ports that an address leaves out. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/** What the conventions for HTTP clients want known of a request, in spans and in metrics alike. */
export function requestAttributes({ url, operation }: Exchange): Attributes {
  return {
    "http.request.method": operation.method,
    "url.template": operation.path,
    ...serverAttributes(url),
  };
}

/** Where a request goes; in a browser an address may be relative to the page's. */
function serverAttributes(url: string): Attributes {
  const base = "location" in globalThis ? globalThis.location?.href : undefined;
  if (!URL.canParse(url, base)) return {};
  const { hostname, port, protocol } = new URL(url, base);
  return {
    // An IPv6 address stands in brackets only within a URL.
    "server.address": hostname.replace(/^\[(.*)\]$/, "$1"),
    "server.port": port ? Number(port) : DEFAULT_PORTS[protocol],
    "url.scheme": protocol.slice(0, -1),
  };
}

/** What a response adds. Statuses from 400 on are errors to a client. */
export function responseAttributes({ status }: Response): Attributes {
  return { "http.response.status_code": status, ...(status >= 400 && { "error.type": String(status) }) };
}

/** What it adds that there was no response: the name of the error, which is one of few. */
export function failureAttributes(thrown: unknown): Attributes {
  return { "error.type": thrown instanceof Error && /^\w{1,60}$/.test(thrown.name) ? thrown.name : "_OTHER" };
}

/**
 * An address without its values: credentials and each value of the query become `REDACTED`, the names of the query stay.
 *
 * The conventions ask to scrub what can be known to be sensitive; this API's queries hold e-mail addresses and ids.
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
