/**
 * Aborts `controller` when `signal` aborts, or at once if it has already aborted. Returns a function that removes the listener.
 *
 * Call that function when the work is done. Otherwise a long-lived signal accumulates one listener per call.
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
