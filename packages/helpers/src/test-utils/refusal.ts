/** The ways in which an answer may say when to come back. */
export const hints = ["body", "seconds", "date", "reset", "none"] as const;
export type Hint = (typeof hints)[number];

/** An answer that asks to come back in `waitMs` milliseconds, in one of those ways; dates in it are whole seconds. */
export function refusal(status: number, hint: Hint, waitMs: number, serverMs: number): Response {
  const data = hint === "body" ? { remainingPoints: 0, msBeforeNext: waitMs } : undefined;
  const thenDate = new Date(serverMs + waitMs).toUTCString();
  const headers = {
    date: new Date(serverMs).toUTCString(),
    ...(hint === "seconds" && { "retry-after": String(Math.ceil(waitMs / 1_000)) }),
    ...(hint === "date" && { "retry-after": thenDate }),
    ...(hint === "reset" && { "x-ratelimit-reset": thenDate }),
  };
  return Response.json({ errors: [{ type: "RequestError", message: "no", data }] }, { status, headers });
}
