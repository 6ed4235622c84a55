import { matchOperation, type OperationDescriptor, type OperationMatch } from "@segment-iam/client";
import { notFound } from "../response/http-error.ts";

/**
 * Unsafe path parameters. A server could split a segment at a slash or a backslash, or decode a percent sign again. It could
 * resolve `.`, `..` and an empty segment to another path, and ignore text after a semicolon. Control characters are unsafe too.
 */
const UNSAFE = /[/\\%\p{Cc}]|^\.{0,2}(?:;|$)/u;

/** Finds the allowed operation of a request. @throws {HttpError} 404 if there is none. */
export type MatchRoute = (method: string, pathname: string) => OperationMatch;

/**
 * Creates a function that finds the allowed operation of a request. A HEAD request matches as a GET.
 *
 * The path of the upstream request comes from the operation's template, not from this request. A path with an unsafe parameter
 * matches no operation.
 */
export function createRouter(allow: readonly OperationDescriptor[]): MatchRoute {
  // Paths without parameters take precedence. They are looked up first, because most requests match one of them.
  const fixed = new Map<string, OperationMatch>();
  for (const operation of allow) {
    const key = `${operation.method} ${operation.path}`;
    if (!operation.path.includes("{") && !fixed.has(key)) fixed.set(key, { operation, pathParameters: {} });
  }
  const templates = allow.filter(({ path }) => path.includes("{"));

  function find(method: string, pathname: string): OperationMatch | undefined {
    const match = fixed.get(`${method} ${pathname}`) ?? matchOperation(templates, method, pathname);
    return match === undefined && method === "HEAD" ? find("GET", pathname) : match;
  }

  return (method, pathname) => {
    const match = find(method, pathname);
    if (match === undefined || Object.values(match.pathParameters).some((value) => UNSAFE.test(value)))
      throw notFound();
    return match;
  };
}
