import { configError, type ErrorCase } from "./error-case.ts";
import { create, proxyResponses, send } from "./proxy-responses.ts";

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
    "a relative healthPath",
    () => create({ healthPath: "healthz" }),
    configError('healthPath must be a path with a leading slash, such as /healthz, got "healthz"'),
  ],
  [
    "a healthPath that is the path of an operation",
    () => create({ healthPath: "/api/iam/users" }),
    configError("healthPath /api/iam/users is also the path of listUsers; use another path"),
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
    "an onAudit that is not a function",
    () => create({ onAudit: "log" }),
    configError('onAudit must be a function, got "log"'),
  ],
  [
    "an interceptor outside an array",
    () => create({ interceptors: 1 }),
    configError(
      "interceptors must be an array of interceptors, such as [retry(), rateLimit()], or a function that returns one",
    ),
  ],
  [
    "a token function that returns no string, passed to onError",
    () =>
      new Promise((resolve) => {
        void send("/users", {}, { token: (() => 42) as never, onError: resolve });
      }),
    configError("The token function must return a string, got number"),
  ],
  [
    "a token function that returns no token, passed to onError",
    () =>
      new Promise((resolve) => {
        void send("/users", {}, { token: () => undefined, onError: resolve });
      }),
    configError(
      "The token function returned no token. Set the environment variable that it reads, such as SEGMENT_TOKEN",
    ),
  ],
];

/** The messages of `@segment-iam/proxy`: of its options, and of its responses. */
export const proxyErrors: readonly ErrorCase[] = [...optionErrors, ...proxyResponses];
