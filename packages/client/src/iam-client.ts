import type { CallOptions } from "./call-options.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";
import type { RawMethod } from "./raw-method.ts";

/** An operation's answer together with the response it came in. */
export interface DataWithResponse<Data> {
  /** The `data` of the envelope. */
  readonly data: Data;
  /** The response, for its status and headers. Its body has been read. */
  readonly response: Response;
}

/**
 * A client of one workspace. Operations are called with it: `listUsers(iam)`.
 *
 * Its methods make raw calls by path, `iam.GET("/users")`, typed as openapi-fetch types them. They pass the same
 * interceptors, but answer with `{ data, error, response }` instead of throwing an `ApiError`.
 */
export interface IamClient {
  /** Tells one workspace's cache entries from another's. */
  readonly scope: string;
  /** Sends what an operation describes. Operations call this; call them instead. */
  call(
    operation: OperationDescriptor,
    input?: object | undefined,
    options?: CallOptions | undefined,
  ): Promise<DataWithResponse<unknown>>;
  /** A raw GET. */
  readonly GET: RawMethod<"get">;
  /** A raw POST. */
  readonly POST: RawMethod<"post">;
  /** A raw PUT. */
  readonly PUT: RawMethod<"put">;
  /** A raw PATCH. */
  readonly PATCH: RawMethod<"patch">;
  /** A raw DELETE. */
  readonly DELETE: RawMethod<"delete">;
}
