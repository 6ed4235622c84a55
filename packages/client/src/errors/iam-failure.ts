import type { ApiError } from "./api-error.ts";
import type { InputError } from "./input-error.ts";
import type { InvalidResponseError } from "./invalid-response-error.ts";
import type { NetworkError } from "./network-error.ts";
import type { TimeoutError } from "./timeout-error.ts";

/**
 * Everything a call can fail with by itself; `name` tells the members apart. An aborted call rejects with the signal's reason instead,
 * and what an interceptor or a token provider throws comes out as it is.
 */
export type IamFailure = ApiError | InputError | InvalidResponseError | NetworkError | TimeoutError;
