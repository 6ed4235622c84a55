const PARAMETER = /\{([^{}]+)\}/g;

/** The names of a path template's parameters, in their order. */
export function pathParameters(path: string): string[] {
  return Array.from(path.matchAll(PARAMETER), ([, name = ""]) => name);
}

/** Fills a path template; every value is encoded, so that none can add a segment, a query or a fragment. */
export function expandPath(path: string, values: Record<string, unknown>): string {
  return path.replace(PARAMETER, (_, name: string) => encodeURIComponent(String(values[name])));
}
