/** Splits a path template at its slashes: `/users/{userId}` becomes `users` and `{userId}`. */
export function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** Returns the parameter names of a path template. */
export function templateParameters(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}

/**
 * Returns pairs of the parameters at the same position in two path templates.
 *
 * The position of a parameter is the text before it, regardless of the names of other parameters.
 */
export function pairParameters(path: string, other: string): [name: string, otherName: string][] {
  const others = textsAndParameters(other);
  const pairs: [string, string][] = [];
  for (const [index, [text, name]] of textsAndParameters(path).entries()) {
    const [otherText, otherName] = others[index] ?? [];
    if (otherName === undefined || text !== otherText) break;
    pairs.push([name, otherName]);
  }
  return pairs;
}

/** Returns the parameters of a path template, each with the text between it and the previous parameter. */
function textsAndParameters(path: string): [text: string, name: string][] {
  return Array.from(path.matchAll(/([^{}]*)\{([^{}]*)\}/g), ([, text = "", name = ""]) => [text, name]);
}

/**
 * Returns whether a path template is valid.
 *
 * It starts with a slash and has no query, fragment or whitespace. Braces are paired, not empty and not adjacent.
 */
export function isPathTemplate(path: string): boolean {
  return /^\/(?:[^{}?#\s]|\{[^{}]+\}(?!\{))*$/.test(path);
}

/**
 * Returns whether two paths, given as segments, are equal or one is an ancestor of the other.
 *
 * Parameters match regardless of their names. The root path is related only to itself, although it is an ancestor of every path.
 */
export function areRelated(segments: readonly string[], others: readonly string[]): boolean {
  const common = Math.min(segments.length, others.length);
  if (common === 0) return segments.length === others.length;
  return segments.slice(0, common).every((segment, index) => matches(segment, others[index] ?? ""));
}

function matches(segment: string, other: string): boolean {
  return segment === other || (segment.includes("{") && other.includes("{"));
}
