import { ApiError } from "./api-error.ts";
import { ConfigError } from "./config-error.ts";
import type { IamError } from "./iam-error.ts";
import { InputError } from "./input-error.ts";
import { InvalidResponseError } from "./invalid-response-error.ts";
import { NetworkError } from "./network-error.ts";
import { TimeoutError } from "./timeout-error.ts";

/** A class of errors that data can be turned into. */
type ErrorClass = Pick<typeof IamError, "iamBrand" | "prototype">;

const OWN_CLASSES: readonly ErrorClass[] = [
  ApiError,
  ConfigError,
  InputError,
  InvalidResponseError,
  NetworkError,
  TimeoutError,
];

/** How many causes behind one another are read, of data that anybody may have written. */
const MAX_CAUSES = 10;

/**
 * Makes an error again of what its `toJSON()` gave: after server-side rendering, or behind a worker's `postMessage`.
 *
 * It has its class, members and causes, so that `instanceof` and narrowing by `name` work. Its stack says where it was revived.
 * Structured clone alone keeps of an error only the name, the message and the cause: send `error.toJSON()`. Data of another kind
 * gives an `Error` with its name and message; an error comes back as it is.
 *
 * @param classes further subclasses of `IamError` to know, each with an `iamBrand` of its own
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
  // A member called `__proto__` must not choose the class.
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(error, name, { value, enumerable: true, configurable: true, writable: true });
  }
  const { prototype } = classes.find(({ iamBrand }) => iamBrand === members["name"]) ?? {};
  return prototype ? Object.setPrototypeOf(error, prototype) : error;
}
