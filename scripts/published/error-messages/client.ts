import { createIamClient, deleteUsers, getUser, listUsers } from "@segment-iam/client";
import { configError, type ErrorCase } from "./error-case.ts";

const token = "sgp_token";

/** A client that sends nothing. */
const iam = createIamClient({ token, fetch: () => Promise.reject(new Error("Sent a request")) });

const inputError = (operation: string, field: string, message: string) => ({
  name: "InputError",
  message,
  operation,
  field,
});
/** The messages of `@segment-iam/client` before a request is sent. */
export const clientErrors: readonly ErrorCase[] = [
  [
    "a missing token",
    () => createIamClient({ token: undefined }),
    configError(
      'The token is missing. Set "token", for example to process.env.SEGMENT_TOKEN, or "baseUrl" for a proxy',
    ),
  ],
  [
    "a token function that returns undefined",
    () => listUsers(createIamClient({ token: () => undefined })),
    configError(
      "The token function returned no token. Set the environment variable that it reads, such as SEGMENT_TOKEN",
    ),
  ],
  [
    "a token with a line break",
    () => createIamClient({ token: `${token}\n` }),
    configError("The token has invalid characters"),
  ],
  [
    "a base URL with a query",
    () => createIamClient({ baseUrl: "/api/iam?tenant=1" }),
    configError("baseUrl must be an http(s) URL or a path, without credentials, query or fragment"),
  ],
  [
    "a relative base URL outside browsers",
    () => listUsers(createIamClient({ baseUrl: "/api/iam" })),
    configError(
      'The baseUrl "/api/iam" is a path, which works only in browsers. On a server, use an absolute URL, or prefetch the data with a client that has the token',
    ),
  ],
  [
    "an unknown region",
    () => createIamClient({ token, region: "mars" as "us" }),
    configError('Unknown region "mars"; expected "us" or "eu"'),
  ],
  [
    "an unknown version",
    () => createIamClient({ token, version: "v9" as "v1" }),
    configError('Unknown version "v9"; expected "v1", "v1beta" or "v1alpha"'),
  ],
  [
    "a client header with a line break",
    () => createIamClient({ token, headers: { "X-Trace": "a\nb" } }),
    configError("The header X-Trace has invalid characters"),
  ],
  [
    "a call header with a line break",
    () => listUsers(iam, {}, { headers: { "X-Trace": "a\nb" } }),
    inputError("listUsers", "X-Trace", "listUsers: X-Trace has invalid characters"),
  ],
  [
    "a call's time limit that is not a number",
    () => listUsers(iam, {}, { timeoutMs: Number.NaN }),
    configError("timeoutMs must be a number of at least 0, got NaN"),
  ],
  [
    "an unknown input",
    () => listUsers(iam, { pge: 1 } as object),
    inputError("listUsers", "pge", "listUsers: pge is not an input of this operation"),
  ],
  [
    "a forgotten client",
    () => deleteUsers({ userIds: ["u1"] } as never, {} as never),
    inputError("deleteUsers", "client", "deleteUsers: client must be the first argument; createIamClient creates one"),
  ],
  [
    "a value that JSON cannot represent",
    () => listUsers(iam, { pagination: { count: Number.NaN } }),
    inputError("listUsers", "pagination.count", "listUsers: pagination.count must be JSON data, got NaN"),
  ],
  [
    "an empty bulk array",
    () => deleteUsers(iam, { userIds: [] }),
    inputError("deleteUsers", "userIds", "deleteUsers: userIds must be a non-empty array"),
  ],
  [
    "an empty path parameter",
    () => getUser(iam, { userId: "" }),
    inputError("getUser", "userId", "getUser: userId is required and must not be empty"),
  ],
  [
    "a path parameter that changes the path",
    () => getUser(iam, { userId: ".." }),
    inputError("getUser", "userId", 'getUser: userId must not be ".."'),
  ],
  [
    "a lone surrogate in a path parameter",
    () => getUser(iam, { userId: "\ud800" }),
    inputError("getUser", "userId", "getUser: userId has invalid characters"),
  ],
  [
    "a raw call with a relative path",
    () => iam.GET("users" as "/users"),
    inputError("GET users", "url", 'GET users: url must start with "/"'),
  ],
  [
    "an interceptor that changes the host",
    () => {
      const url = "https://other.example/users";
      return listUsers(createIamClient({ token, interceptors: [(next) => (context) => next({ ...context, url })] }));
    },
    inputError("listUsers", "url", "listUsers: url must start with https://api.segmentapis.com/"),
  ],
];
