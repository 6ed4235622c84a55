/** Where there are no frames, or none that anybody sees, as often as there would be. */
const FRAME_MS = 16;

/** Calls back once, before the browser paints next; answers with a function that ends this. */
export function onNextFrame(callback: () => void): () => void {
  // A hidden page has no frames, yet what ended there is to be known.
  if (globalThis.document?.hidden === false && typeof requestAnimationFrame === "function") {
    const frame = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(frame);
  }
  const timer = setTimeout(callback, FRAME_MS);
  return () => clearTimeout(timer);
}
