import { ApiError, InvalidResponseError } from "./response-errors.ts";
import { ConfigError, InputError } from "./request-errors.ts";
import { MAX_CAUSES, type IamError } from "./iam-error.ts";
import { NetworkError, CallTimeoutError } from "./transport-errors.ts";

/** An error class that can be restored. */
type ErrorClass = Pick<typeof IamError, "iamBrand" | "prototype">;

const OWN_CLASSES: readonly ErrorClass[] = [
  ApiError,
  ConfigError,
  InputError,
  InvalidResponseError,
  NetworkError,
  CallTimeoutError,
];

/**
 * Restores an error from its `toJSON()`, for example after server-side rendering or `postMessage`.
 *
 * The error has its class, members and causes, so `instanceof` and narrowing by `name` work. Its stack starts at the call of `reviveError`.
 * Pass `error.toJSON()` to `postMessage`, because structured clone keeps only the name, message and cause of an error.
 * Other data becomes a plain `Error` with the name and message of the data. An `Error` instance is returned unchanged.
 *
 * @param classes further subclasses of `IamError` to restore, each with its own `iamBrand`
 * @example
 * const failure = reviveError(JSON.parse(text));
 * if (failure instanceof ApiError) console.error(failure.status);
 */
export function reviveError(data: unknown, classes: readonly ErrorClass[] = []): Error {
  return revive(data, [...OWN_CLASSES, ...classes], MAX_CAUSES);
}

function revive(data: unknown, classes: readonly ErrorClass[], causes: number): Error {
  if (data instanceof Error) return data;
  if (typeof data !== "object" || data === null) return new Error(String(data));
  const { message, cause, stack: _, ...members } = data as Record<string, unknown>;
  const options = cause && causes ? { cause: revive(cause, classes, causes - 1) } : undefined;
  const error = new Error(typeof message === "string" ? message : "", options);
  // A member called `__proto__` must not set the prototype.
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(error, name, { value, enumerable: true, configurable: true, writable: true });
  }
  const { prototype } = classes.find(({ iamBrand }) => iamBrand === members["name"]) ?? {};
  return prototype ? Object.setPrototypeOf(error, prototype) : error;
}
