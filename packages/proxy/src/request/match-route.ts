import { matchOperation, type OperationDescriptor, type OperationMatch } from "@segment-iam/client";
import { notFound } from "../http-error.ts";

/**
 * Unsafe path parameters. A server could split a segment at a slash or a backslash, or decode a percent sign again. It could
 * resolve `.`, `..` and an empty segment to another path. Control characters are unsafe too.
 */
const UNSAFE = /[/\\%\p{Cc}]|^\.{0,2}$/u;

/**
 * Finds the allowed operation of a request.
 *
 * The path of the upstream request comes from the operation's template, not from this request.
 *
 * @throws {HttpError} 404 if no allowed operation matches or a path parameter is unsafe.
 */
export function matchRoute(allow: readonly OperationDescriptor[], method: string, pathname: string): OperationMatch {
  const match = matchOperation(allow, method, pathname);
  if (match === undefined || Object.values(match.pathParameters).some((value) => UNSAFE.test(value))) throw notFound();
  return match;
}
