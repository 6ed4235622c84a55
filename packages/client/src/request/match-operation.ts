import type { OperationDescriptor } from "../operation-descriptor.ts";

/** The part of an operation that `matchOperation` reads. */
type Route = Pick<OperationDescriptor, "method" | "path">;

/** The operation that matches a request. */
export interface OperationMatch<Candidate extends Route = OperationDescriptor> {
  readonly operation: Candidate;
  /** The path parameters by name, percent-decoded. Values are not validated: one may be empty, `..` or contain a slash. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the operation that matches a request.
 *
 * The template with the fewest parameters wins, so `/users/me` comes before `/users/{userId}`. If several have as few, the first wins.
 *
 * @param operations the candidates
 * @param method the HTTP method in capitals
 * @param pathname the path as `URL.pathname` returns it, still percent-encoded and without a base path
 * @returns the match; `undefined` if no template fits or a parameter is not valid percent-encoded UTF-8
 * @example
 * matchOperation([listUsers, getUser], "GET", "/users/a%20b");
 * // { operation: getUser, pathParameters: { userId: "a b" } }
 */
export function matchOperation<Candidate extends Route>(
  operations: readonly Candidate[],
  method: string,
  pathname: string,
): OperationMatch<Candidate> | undefined {
  const [best] = operations
    .flatMap((operation) => {
      const pathParameters = operation.method === method && matchPath(operation.path, pathname);
      return pathParameters ? [{ operation, pathParameters }] : [];
    })
    .toSorted((a, b) => Object.keys(a.pathParameters).length - Object.keys(b.pathParameters).length);
  return best;
}

/** Reads the parameters of a path. A parameter spans at most one segment and may have text around it, as in `{id}.json`. */
function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  // The capture group keeps the names in the result: text, name, text, name, text.
  const [prefix = "", ...rest] = template.split(/\{(.*?)\}/);
  if (rest.length === 0) return pathname === template ? {} : undefined;
  if (!pathname.startsWith(prefix)) return undefined;
  const entries: [string, string][] = [];
  let start = prefix.length;
  for (let index = 0; index < rest.length; index += 2) {
    const [name = "", text = ""] = rest.slice(index, index + 2);
    const isLast = index + 2 === rest.length;
    const end = isLast ? pathname.length - text.length : pathname.indexOf(text, start);
    if (end < start || !pathname.startsWith(text, end)) return undefined;
    const value = decodeSegment(pathname.slice(start, end));
    if (value === undefined) return undefined;
    entries.push([name, value]);
    start = end + text.length;
  }
  return Object.fromEntries(entries);
}

function decodeSegment(segment: string): string | undefined {
  if (segment.includes("/")) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
