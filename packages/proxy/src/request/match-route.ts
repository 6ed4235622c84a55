import { matchOperation, type OperationDescriptor, type OperationMatch } from "@segment-iam/client";
import { notFound } from "../http-error.ts";

/**
 * Path parameters that another server could read as more than one segment (a slash, a backslash, an encoded percent sign),
 * as another path (`.` and `..`) or as no segment, and control characters.
 */
const UNSAFE = /[/\\%\p{Cc}]|^\.{0,2}$/u;

/**
 * Finds the allowed operation of a request.
 *
 * The path of the request is not used any further: the path that goes upstream is made from the operation's template.
 *
 * @throws {HttpError} 404 if no allowed operation matches or a path parameter is unsafe.
 */
export function matchRoute(allow: readonly OperationDescriptor[], method: string, pathname: string): OperationMatch {
  const match = matchOperation(allow, method, pathname);
  if (match === undefined || Object.values(match.pathParameters).some((value) => UNSAFE.test(value))) throw notFound();
  return match;
}
