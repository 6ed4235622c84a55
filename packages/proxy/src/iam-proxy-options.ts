import type { Interceptor, OperationDescriptor, Region, Token } from "@segment-iam/client";
import type { Authorize } from "./authorize.ts";

/** What a proxy lets through, to where, and for whom. */
export interface IamProxyOptions {
  /** The workspace's Public API token, or a function that gives the current one. It stays here. */
  readonly token: Token;
  /** Decides about each call. */
  readonly authorize: Authorize;
  /** The operations that may be called; everything else is a 404. */
  readonly allow: readonly OperationDescriptor[];
  /** Where the workspace lives. @default "us" */
  readonly region?: Region | undefined;
  /** Another address than the region's, a mock's for example. */
  readonly baseUrl?: string | undefined;
  /** The path the proxy is mounted on, from its first slash. @default "/api/iam" */
  readonly basePath?: string | undefined;
  /** The largest body that is read, in bytes. @default 1_048_576 */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Layers around each attempt, the outermost first, instead of the default ones. In a Cloudflare Worker no limiter may be among them.
   * @default [retry(), rateLimit()], and [retry()] in a Cloudflare Worker
   */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** How long one attempt may take, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number | undefined;
  /** Sends the requests. @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Told of what is not the caller's fault, for a log: answers of 500 and above, and a 401 by the API, which did not take the token. The
   * answer does not wait for it, and is the same when it fails.
   */
  readonly onError?: ((failure: unknown, request: Request) => void | Promise<void>) | undefined;
}
