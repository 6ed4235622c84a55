/** The maximum delay of `setTimeout`. A timer with a longer delay fires immediately. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Returns a value, or the result of a promise if it settles in time.
 *
 * @throws the error that `createError` returns, if the promise does not settle within `timeoutMs`
 */
export async function withTimeout<Value>(
  value: Value | PromiseLike<Value>,
  timeoutMs: number,
  createError: () => Error,
): Promise<Value> {
  if (typeof (value as Partial<PromiseLike<Value>> | undefined)?.then !== "function") return value;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(createError()), Math.min(timeoutMs, MAX_TIMEOUT_MS));
    Promise.resolve(value)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}
