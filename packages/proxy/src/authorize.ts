import type { OperationDescriptor } from "@segment-iam/client";
import type { ProxyInput } from "./request/read-input.ts";

/**
 * Decides about one call: `true` lets it through, `false` is a 403, and a `Response` is the answer itself (a 401, a redirect).
 *
 * The request's body has been read; what it held is in `input`. What it throws becomes a 500 that does not say why.
 */
export type Authorize = (
  request: Request,
  operation: OperationDescriptor,
  input: ProxyInput,
) => boolean | Response | Promise<boolean | Response>;
