/**
 * Aborts `controller` when `signal` is aborted, at once when it already is; answers with a function that ends this.
 *
 * Call that function when the work is done: a long-lived signal would otherwise collect a listener for every call.
 */
export function linkAbortSignal(
  signal: AbortSignal | undefined,
  controller: Pick<AbortController, "abort">,
): () => void {
  const abort = (): void => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort, { once: true });
  return () => signal?.removeEventListener("abort", abort);
}
