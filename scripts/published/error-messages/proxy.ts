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
const create = (options: object) => createIamProxy({ ...valid, ...options });

/** Sends a request to a proxy. */
function send(path: string, init: RequestInit = {}, options: Partial<IamProxyOptions> = {}): Promise<Response> {
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin", ...init.headers };
  return create({ fetch: async () => Response.json({ data: {} }), ...options })(
    new Request(`https://app.example/api/iam${path}`, { ...init, headers }),
  );
}

/** Sends a request to a proxy that calls the API with the given `fetch`. */
const sendUpstream = (fetch: IamProxyOptions["fetch"], options: Partial<IamProxyOptions> = {}) =>
  send("/users", {}, { fetch, ...options });

const post = (body: string, headers = {}) => send("/invites", { method: "POST", body, headers }, { maxBodyBytes: 100 });

const configError = (message: string) => ({ name: "ConfigError", message });
const error = (status: number, type: string, message: string) => ({ status, type, message });
const badRequest = (message: string) => error(400, "bad-request", message);

const optionErrors: readonly ErrorCase[] = [
  [
    "no token",
    () => create({ token: "" }),
    configError("token must be a Public API token of the workspace, or a function that returns one"),
  ],
  [
    "no authorize",
    () => create({ authorize: undefined }),
    configError("authorize must be a function that returns whether a call is allowed, got undefined"),
  ],
  [
    "no operations",
    () => create({ allow: [] }),
    configError("allow must be a non-empty array of operations, such as [listUsers]"),
  ],
  [
    "an operation by name",
    () => create({ allow: ["listUsers"] }),
    configError('allow must contain only operations, such as listUsers of @segment-iam/client, got "listUsers"'),
  ],
  [
    "a relative basePath",
    () => create({ basePath: "api" }),
    configError('basePath must be a path with a leading slash, such as /api/iam, got "api"'),
  ],
  [
    "a maxBodyBytes of zero",
    () => create({ maxBodyBytes: 0 }),
    configError("maxBodyBytes must be a number above 0, got 0"),
  ],
  [
    "a timeoutMs that is a string",
    () => create({ timeoutMs: "1" }),
    configError('timeoutMs must be a number above 0, got "1"'),
  ],
  [
    "an onError that is not a function",
    () => create({ onError: true }),
    configError("onError must be a function, got true"),
  ],
  [
    "an interceptor outside an array",
    () => create({ interceptors: 1 }),
    configError("interceptors must be an array of interceptors, such as [retry(), rateLimit()]"),
  ],
  [
    "a token function that returns no string, passed to onError",
    () =>
      new Promise((resolve) => {
        void send("/users", {}, { token: (() => 42) as never, onError: resolve });
      }),
    configError("The token function must return a string, got number"),
  ],
];

const responses: readonly ErrorCase[] = [
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
  ["a body that is not JSON", () => post("{"), badRequest("The body is not JSON")],
  ["a body that is not an object", () => post("[]"), badRequest("The body must be an object")],
  [
    "a body that is too large",
    () => post("x".repeat(101)),
    error(413, "payload-too-large", "The body exceeds the limit of 100 bytes"),
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

/** The messages of `@segment-iam/proxy`: of its options, and of its responses. */
export const proxyErrors: readonly ErrorCase[] = [...optionErrors, ...responses];
