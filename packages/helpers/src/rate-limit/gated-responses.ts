/**
 * The 429s whose wait a rate limiter enforces. A retry around it asks this, because it then need not wait a second time, nor
 * count the 429 as an attempt. The note is kept beside the responses: nobody changes a response on its way.
 */
const gatedResponses = new WeakSet<Response>();

/** Notes that a gate stays closed for as long as this response asked. */
export function noteGated(response: Response): void {
  gatedResponses.add(response);
}

/** Whether a gate further in waits out what this response asked for. */
export function wasGated(response: Response): boolean {
  return gatedResponses.has(response);
}
