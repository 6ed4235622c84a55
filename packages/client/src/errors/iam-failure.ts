import type { ApiError } from "./api-error.ts";
import type { InputError } from "./input-error.ts";
import type { InvalidResponseError } from "./invalid-response-error.ts";
import type { NetworkError } from "./network-error.ts";
import type { CallTimeoutError } from "./call-timeout-error.ts";

/**
 * The errors that a call can reject with; `name` discriminates them. An aborted call rejects with the signal's reason instead. Errors of
 * an interceptor or of a token function are passed on unchanged.
 */
export type IamFailure = ApiError | InputError | InvalidResponseError | NetworkError | CallTimeoutError;
