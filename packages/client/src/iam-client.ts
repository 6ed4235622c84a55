import type { paths } from "@segment-iam/types";
import type { Client } from "openapi-fetch";
import type { CallOptions } from "./call-options.ts";
import type { DataWithResponse } from "./operation.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";

/**
 * A client of one workspace: an openapi-fetch client (`iam.GET("/users")`) that operations can be called with.
 *
 * Raw calls pass the same interceptors, but answer as openapi-fetch does: with `{ data, error, response }`.
 */
export interface IamClient extends Client<paths> {
  /** Tells one workspace's cache entries from another's. */
  readonly scope: string;
  /** Sends what an operation describes. Operations call this; call them instead. */
  call(
    operation: OperationDescriptor,
    input?: object | undefined,
    options?: CallOptions | undefined,
  ): Promise<DataWithResponse<unknown>>;
}
