/** Matches an id that is safe in a header and in a log. */
const SAFE_ID = /^[\w.:/+=@~-]{1,128}$/;

/** Returns the id in the header `x-request-id`, or a new UUID if the header is missing or has other characters. */
export function readRequestId(request: Request): string {
  try {
    const id = request.headers.get("x-request-id");
    if (id !== null && SAFE_ID.test(id)) return id;
  } catch {
    // An incomplete `Request` of an adapter.
  }
  return crypto.randomUUID();
}
