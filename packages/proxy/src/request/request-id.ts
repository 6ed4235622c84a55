/** Matches an id that is safe in a header and in a log. */
const SAFE_ID = /^[\w.:/+=@~-]{1,128}$/;

/** Returns the id in the header `x-request-id`, or a new UUID if the header is missing, too long or has unsafe characters. */
export function readRequestId(request: Request): string {
  try {
    const id = request.headers.get("x-request-id");
    if (id !== null && SAFE_ID.test(id)) return id;
  } catch {
    // The `Request` of an adapter may have no headers.
  }
  return crypto.randomUUID();
}
