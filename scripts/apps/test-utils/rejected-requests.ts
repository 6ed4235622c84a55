const JSON_TYPE = { "content-type": "application/json" };

/** A JSON string of more than 1 MiB. */
const LARGE_BODY = JSON.stringify("a".repeat(2 ** 20));

/** A request to a proxy, and the expected error. */
export interface RejectedRequest {
  readonly reason: string;
  readonly status: number;
  readonly type: string;
  /** The path below `basePath` of the proxy. `start-upstream.ts` describes the user IDs. */
  readonly path: string;
  readonly init?: () => RequestInit & { readonly duplex?: "half" };
}

/** Requests that each server framework must pass to the proxy unchanged. `credentials: "omit"` sends no authorization. */
export const rejectedRequests: readonly RejectedRequest[] = [
  { reason: "an unknown path", status: 404, type: "not-found", path: "/groups" },
  { reason: "an unknown method", status: 404, type: "not-found", path: "/users", init: () => ({ method: "PATCH" }) },
  { reason: "a preflight", status: 404, type: "not-found", path: "/users", init: () => ({ method: "OPTIONS" }) },
  { reason: "no authorization", status: 403, type: "forbidden", path: "/users", init: () => ({ credentials: "omit" }) },
  {
    reason: "malformed JSON",
    status: 400,
    type: "bad-request",
    path: "/invites",
    init: () => ({ method: "POST", headers: JSON_TYPE, body: "{" }),
  },
  {
    reason: "text",
    status: 415,
    type: "unsupported-media-type",
    path: "/invites",
    init: () => ({ method: "POST", body: "text" }),
  },
  {
    reason: "a large body",
    status: 413,
    type: "payload-too-large",
    path: "/invites",
    init: () => ({ method: "POST", headers: JSON_TYPE, body: LARGE_BODY }),
  },
  {
    reason: "a large body of unknown length",
    status: 413,
    type: "payload-too-large",
    path: "/invites",
    init: () => ({ method: "POST", headers: JSON_TYPE, duplex: "half", body: new Blob([LARGE_BODY]).stream() }),
  },
  { reason: "an API error with the token", status: 404, type: "failed", path: "/users/echo" },
  { reason: "an unavailable API", status: 503, type: "failed", path: "/users/status-503" },
  { reason: "an invalid status of the API", status: 502, type: "failed", path: "/users/status-600" },
];
