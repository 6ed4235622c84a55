/** The maximum nesting depth. A deeper value is rejected, because it is probably circular. */
const MAX_DEPTH = 100;

/**
 * Checks that an input can be sent, and returns it with its `toJSON` applied: a `Date` becomes ISO text.
 *
 * @param field the path of the value in the input, for example `invites.0.email`
 * @param fail creates the error for a value without a JSON form, such as `NaN`, a bigint or an invalid `Date`
 */
export function toJsonValue(
  field: string,
  value: unknown,
  fail: (field: string, reason: string) => Error,
  depth = 0,
): unknown {
  const json = jsonOf(value);
  if (json === null ? value === null : /^(string|boolean)$/.test(typeof json) || Number.isFinite(json)) return json;
  if (typeof json !== "object" || !json || depth > MAX_DEPTH)
    throw fail(field, `must be JSON data, got ${typeof json === "number" ? json : typeof json}`);
  // Platform objects, such as a `Blob` and bytes, have this tag. Plain objects and arrays have none.
  if (Symbol.toStringTag in json) return json;
  for (const [name, item] of Object.entries(json)) {
    // JSON omits members that are `undefined`. Items of an array cannot be omitted, because later items would change their index.
    if (item !== undefined || Array.isArray(json)) toJsonValue(`${field}.${name}`, item, fail, depth + 1);
  }
  return json;
}

/** Returns the result of a value's `toJSON`, or else the value itself. */
export function jsonOf(value: unknown): unknown {
  const { toJSON } = Object(value);
  return toJSON ? toJSON.call(value) : value;
}
