/** The parts of a path template between its slashes: `/users/{userId}` has `users` and `{userId}`. */
export function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** The names in the braces of a path template. */
export function templateParameters(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}

/**
 * Tells whether a template begins with a slash, has its braces in pairs with a name in each and something between two of
 * them, and neither query nor fragment.
 */
export function isPathTemplate(path: string): boolean {
  return /^\/(?:[^{}?#\s]|\{[^{}]+\}(?!\{))*$/.test(path);
}

/**
 * Tells whether one path, given by its segments, lies on the way to the other or is the same.
 *
 * Parameters match whatever they are called. The root is on the way to everything, which would say nothing: it is related to itself only.
 */
export function areRelated(segments: readonly string[], others: readonly string[]): boolean {
  const common = Math.min(segments.length, others.length);
  if (common === 0) return segments.length === others.length;
  return segments.slice(0, common).every((segment, index) => matches(segment, others[index] ?? ""));
}

function matches(segment: string, other: string): boolean {
  return segment === other || (segment.includes("{") && other.includes("{"));
}
