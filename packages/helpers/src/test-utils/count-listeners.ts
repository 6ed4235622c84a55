/** Returns a function that counts the listeners that were added to a signal after this call and not removed. */
export function countListeners(signal: AbortSignal): () => number {
  const entries = new Set<unknown>();
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    entries.add(args[1]);
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    if (args[0] === "abort") entries.delete(args[1]);
    removeEventListener.apply(signal, args);
  };
  return () => entries.size;
}
