import { createInvites, deleteUsers, getUser, listUsers } from "@segment-iam/client";
import { createIamProxy, type IamProxyOptions } from "@segment-iam/proxy";
import type { ErrorCase } from "./error-case.ts";

const valid: IamProxyOptions = {
  token: "sgp_token",
  authorize: () => true,
  allow: [listUsers, getUser, deleteUsers, createInvites],
  interceptors: [],
};

/** Creates a proxy from options of any type. */
export const create = (options: object) => createIamProxy({ ...valid, ...options });

/** Sends a request to a proxy. */
export function send(path: string, init: RequestInit = {}, options: Partial<IamProxyOptions> = {}): Promise<Response> {
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin", ...init.headers };
  return create({ fetch: async () => Response.json({ data: {} }), ...options })(
    new Request(`https://app.example/api/iam${path}`, { ...init, headers }),
  );
}

/** Sends a request to a proxy that calls the API with the given `fetch`. */
const sendUpstream = (fetch: IamProxyOptions["fetch"], options: Partial<IamProxyOptions> = {}) =>
  send("/users", {}, { fetch, ...options });

const post = (body: string | ReadableStream, headers = {}, options: Partial<IamProxyOptions> = {}) => {
  const init = { method: "POST", body, headers, duplex: "half" } as const;
  return send("/invites", init, { maxBodyBytes: 100, ...options });
};

const error = (status: number, type: string, message: string) => ({ status, type, message });
const badRequest = (message: string) => error(400, "bad-request", message);

/** The messages in the responses of the proxy. */
export const proxyResponses: readonly ErrorCase[] = [
  ["an unknown path", () => send("/planets"), error(404, "not-found", "No allowed operation has this method and path")],
  [
    "a write by a page of another origin",
    () => send("/users?userIds.0=u1", { method: "DELETE", headers: { "sec-fetch-site": "cross-site" } }),
    error(403, "forbidden", "Writes from pages of another origin are not allowed"),
  ],
  [
    "a call that authorize rejects",
    () => send("/users", {}, { authorize: () => false }),
    error(403, "forbidden", "This call is not allowed"),
  ],
  [
    "an unknown query parameter",
    () => send("/users?pge=1"),
    badRequest('The query parameter "pge" is not an input of this operation'),
  ],
  [
    "a query parameter that has more than one value",
    () => send("/users?pagination.count=1&pagination.count=2"),
    badRequest('The query parameter "pagination.count" has more than one value'),
  ],
  [
    "a URL that is too long",
    () => send(`/users/${"a".repeat(16_384)}`),
    error(414, "uri-too-long", "The URL exceeds the limit of 16384 characters"),
  ],
  [
    "a bulk array with an empty item",
    () => send("/users?userIds.0=", { method: "DELETE" }),
    badRequest("userIds.0 must be non-empty text"),
  ],
  [
    "a missing bulk array",
    () => send("/users", { method: "DELETE" }),
    badRequest("userIds is missing; send at least userIds.0"),
  ],
  [
    "a bulk array that is a string",
    () => send("/users?userIds=u1", { method: "DELETE" }),
    badRequest("userIds must be an array; send its first item as userIds.0"),
  ],
  [
    "another media type",
    () => post("{}", { "content-type": "text/plain" }),
    error(
      415,
      "unsupported-media-type",
      "The Content-Type must be one of the API's media types, such as application/json",
    ),
  ],
  [
    "a body that fails",
    () => post(new ReadableStream({ pull: (controller) => controller.error(new Error("closed")) })),
    badRequest("The body could not be read"),
  ],
  [
    "a body that does not end",
    () => post(new ReadableStream(), {}, { timeoutMs: 1 }),
    error(408, "request-timeout", "The body did not arrive in time"),
  ],
  ["a body that is not JSON", () => post("{"), badRequest("The body is not JSON")],
  ["a body that is not an object", () => post("[]"), badRequest("The body must be an object")],
  [
    "a body that is too large",
    () => post("x".repeat(101)),
    error(413, "payload-too-large", "The body exceeds the limit of 100 bytes"),
  ],
  [
    "a body that is nested too deeply",
    () => send("/invites", { method: "POST", body: "[".repeat(200) + "]".repeat(200) }),
    badRequest("The body has more than 100 levels"),
  ],
  [
    "a connection to the API that fails",
    () => sendUpstream(async () => Promise.reject(new TypeError("fetch failed"))),
    error(502, "bad-gateway", "The connection to the API failed"),
  ],
  [
    "an API that does not respond",
    () => sendUpstream(() => new Promise(() => {}), { timeoutMs: 1 }),
    error(504, "gateway-timeout", "The API did not respond in time"),
  ],
  [
    "an authorize that does not settle",
    () => send("/users", {}, { authorize: () => new Promise(() => {}), timeoutMs: 1 }),
    error(504, "gateway-timeout", "The call was not authorized in time"),
  ],
  [
    "a token function that does not settle",
    () => send("/users", {}, { token: () => new Promise(() => {}), timeoutMs: 1 }),
    error(504, "gateway-timeout", "The proxy did not receive its token in time"),
  ],
  [
    "a response of the API that is too large",
    () => sendUpstream(async () => Response.json({ data: "a".repeat(100) }), { maxResponseBytes: 100 }),
    error(502, "bad-gateway", "The API's response exceeds the limit of 100 bytes"),
  ],
  [
    "a success that is not JSON",
    () => sendUpstream(async () => new Response("")),
    error(502, "bad-gateway", "The API's response could not be read"),
  ],
  [
    "an HTML page instead of the API",
    () => sendUpstream(async () => new Response("", { status: 503 })),
    error(503, "upstream-error", "The API responded with 503"),
  ],
  [
    "an authorize that throws",
    () =>
      send(
        "/users",
        {},
        {
          authorize: () => {
            throw new Error("secret");
          },
        },
      ),
    error(500, "internal-error", "The proxy could not process the call; its onError callback receives the reason"),
  ],
];
