/** How many causes behind one another are looked at: a chain may be a circle. */
const MAX_CAUSES = 5;

/** The code of a failure, such as `ECONNREFUSED`, which its causes have; it never has anything of the request. */
export function codeOf(thrown: unknown, causes: number = MAX_CAUSES): string | undefined {
  const { code, cause } = Object(thrown);
  if (typeof code === "string" && /^[A-Z]\w{1,60}$/.test(code)) return code;
  return cause && causes > 0 ? codeOf(cause, causes - 1) : undefined;
}
