import type { paths } from "@segment-iam/types";
import type { Client } from "openapi-fetch";
import type { OperationDescriptor } from "./operation-descriptor.ts";
import type { HeadersInput } from "./request/read-headers.ts";

/** Options for one call of an operation. */
export interface CallOptions {
  /** Aborts the call in any phase: queued, waiting to retry, or in flight. The call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Headers for this call only. */
  readonly headers?: HeadersInput | undefined;
  /**
   * Time limit for one attempt, including the response body, in milliseconds. A call throws `ConfigError` if it is not a number of at least 0.
   *
   * @default the client's `timeoutMs`
   */
  readonly timeoutMs?: number | undefined;
  /** `false` disables the `retry()` interceptor, for callers that retry themselves, such as TanStack Query. @default true */
  readonly retry?: boolean | undefined;
  /** Called just before each attempt is sent, with its number, starting at 1. If it was not called, nothing was sent. */
  readonly onAttempt?: ((attempt: number) => void) | undefined;
  /** Called with the failure of an attempt that will be retried, including a 401 after which a token function is called again. */
  readonly onRetry?: ((failure: unknown) => void) | undefined;
  /** The priority in the queue of a rate limit: bulk calls wait behind interactive calls. @default "interactive" */
  readonly priority?: "interactive" | "bulk" | undefined;
}

/** The result of an operation, with its response. */
export interface DataWithResponse<Data> {
  /** The `data` of the envelope. */
  readonly data: Data;
  /** The response, for its status and headers. Its body has been read. */
  readonly response: Response;
}

/**
 * A client for one workspace. Operations take it as their first argument: `listUsers(iam)`.
 *
 * It is an [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) client for the paths of the OpenAPI document. A raw call such as
 * `iam.GET("/users")` resolves to `{ data, error, response }`. `iam.use(middleware)` adds middleware to raw calls and operations. Both
 * also run through the client's interceptors.
 *
 * Two defaults differ from openapi-fetch. Queries are dotted (`pagination.count=3`), as the API documents them. Redirects are not
 * followed, so that the token is not sent to another host.
 */
export interface IamClient extends Client<paths> {
  /** Identifies the workspace in query keys, so that the cache entries of two workspaces differ. */
  readonly scope: string;
  /**
   * Sends the request that an operation describes. It is for use by operations. Call the operation instead.
   *
   * @throws {ConfigError} if `timeoutMs` is not a number of at least 0.
   * @throws {InputError} if the input is invalid.
   */
  call(
    operation: OperationDescriptor,
    input?: object | undefined,
    options?: CallOptions | undefined,
  ): Promise<DataWithResponse<unknown>>;
}
