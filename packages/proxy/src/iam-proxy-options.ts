import { ConfigError, type Interceptor, type OperationDescriptor, type Region } from "@segment-iam/client";
import type { AuditEvent } from "./audit-event.ts";
import type { ProxyInput } from "./proxied-call.ts";

/** Allows a call, and identifies the user who makes it. */
export interface AllowedCall {
  /** The user, such as a user ID of your application. `onAudit` and the token function receive it. Must not be empty. */
  readonly actor: string;
}

/** The result of {@link Authorize}. */
export type Authorization = boolean | AllowedCall | Response;

/**
 * Authorizes a call: `true` or an {@link AllowedCall} allows it, and `false` responds with 403. A `Response`, such as a 401 or a
 * redirect, is sent unchanged.
 *
 * The request body has already been read: use `input`. A thrown error becomes a 500 without its message.
 */
export type Authorize = (
  request: Request,
  operation: OperationDescriptor,
  input: ProxyInput,
) => Authorization | Promise<Authorization>;

/**
 * Returns the token for a request that `authorize` has allowed. It is called for each request, and again if the API responds
 * with 401.
 *
 * @param actor the user that `authorize` returned, if any
 */
export type TokenFunction = (
  request: Request,
  actor: string | undefined,
) => string | undefined | Promise<string | undefined>;

/** Options of {@link createIamProxy}. */
export interface IamProxyOptions {
  /**
   * The workspace's Public API token, or a function that returns the token for a request. It is never sent to callers.
   *
   * Each token that the function returns has its own rate limiter and retry budget. Those of the 1,000 most recently used tokens are kept.
   */
  readonly token: string | TokenFunction;
  /** Authorizes each call. */
  readonly authorize: Authorize;
  /** The operations that callers can use. All others are a 404. */
  readonly allow: readonly OperationDescriptor[];
  /** The region of the workspace. @default "us" */
  readonly region?: Region | undefined;
  /** The base URL of the API, such as the URL of a mock server. Overrides `region`. */
  readonly baseUrl?: string | undefined;
  /** The path that the proxy is mounted on, with a leading slash. @default "/api/iam" */
  readonly basePath?: string | undefined;
  /**
   * The path of the health check, with a leading slash. Responds to GET and HEAD with 200 and `{"status":"ok"}`, without calling `authorize`
   * or the API.
   * @default none
   */
  readonly healthPath?: string | undefined;
  /** The maximum size of a request body, in bytes. A larger body is a 413. @default 1_048_576 */
  readonly maxBodyBytes?: number | undefined;
  /** The maximum size of a decompressed response of the API, in bytes. A larger response is a 502. @default 10_000_000 */
  readonly maxResponseBytes?: number | undefined;
  /**
   * The time limit of each phase, in milliseconds: reading the request body, `authorize`, the token function, and each attempt
   * to call the API, including its response body. A timeout of the request body is a 408, and all others are a 504.
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Interceptors around each attempt, outermost first. Replaces the defaults. Do not use a rate limiter in a Cloudflare Worker.
   *
   * All tokens share an array of interceptors. A function is called once for each token, so that each token has its own interceptors.
   * @default () => [retry(), rateLimit()], and () => [retry()] in a Cloudflare Worker
   */
  readonly interceptors?: readonly Interceptor[] | (() => readonly Interceptor[]) | undefined;
  /** Sends the requests. @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Called for logging, with the error behind each response of 500 or above, and behind each 401 from the API.
   * A 401 means that the API rejected the token. Not called if the caller aborted the request.
   *
   * The response does not wait for the callback. Errors of the callback are ignored. `requestId` is the `x-request-id` of the response.
   */
  readonly onError?: ((error: unknown, request: Request, requestId: string) => void | Promise<void>) | undefined;
  /**
   * Called once for each request, except for `healthPath`, with a record for an audit log.
   *
   * The response does not wait for the callback. Errors of the callback are ignored.
   */
  readonly onAudit?: ((event: AuditEvent) => void | Promise<void>) | undefined;
}

/**
 * Validates the options at run time, because numbers and paths may come from the environment.
 *
 * @throws {ConfigError} for the first invalid option. The message never contains the token.
 */
export function checkOptions(options: Readonly<Partial<Record<keyof IamProxyOptions, unknown>>>): void {
  const { token, authorize, allow, basePath, healthPath, onError, onAudit } = options;
  if (!token || (typeof token !== "string" && typeof token !== "function"))
    throw new ConfigError("token must be a Public API token of the workspace, or a function that returns one");
  if (typeof authorize !== "function")
    throw new ConfigError(
      `authorize must be a function that returns whether a call is allowed, got ${show(authorize)}`,
    );
  if (!Array.isArray(allow) || allow.length === 0)
    throw new ConfigError("allow must be a non-empty array of operations, such as [listUsers]");
  for (const operation of allow) {
    if (!isOperation(operation))
      throw new ConfigError(
        `allow must contain only operations, such as listUsers of @segment-iam/client, got ${show(operation)}`,
      );
  }
  if (!isPath(basePath, /^(\/[^?#]*)?$/))
    throw new ConfigError(`basePath must be a path with a leading slash, such as /api/iam, got ${show(basePath)}`);
  if (!isPath(healthPath, /^\/[^?#]*$/))
    throw new ConfigError(`healthPath must be a path with a leading slash, such as /healthz, got ${show(healthPath)}`);
  for (const name of ["maxBodyBytes", "maxResponseBytes", "timeoutMs"] as const) checkPositive(name, options[name]);
  checkFunction("onError", onError);
  checkFunction("onAudit", onAudit);
}

function isPath(value: unknown, pattern: RegExp): boolean {
  return value === undefined || (typeof value === "string" && pattern.test(value));
}

function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function")
    throw new ConfigError(`${name} must be a function, got ${show(value)}`);
}

function checkPositive(name: string, value: unknown): void {
  if (value !== undefined && !(typeof value === "number" && value > 0))
    throw new ConfigError(`${name} must be a number above 0, got ${show(value)}`);
}

function isOperation(value: unknown): boolean {
  const { id, method, path } = Object(value);
  return [id, method, path].every((member) => typeof member === "string");
}

/** Formats a value for an error message. */
function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
