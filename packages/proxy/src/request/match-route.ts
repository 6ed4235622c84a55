import { matchPath, type OperationDescriptor } from "@segment-iam/client";
import { Refusal } from "../refusal.ts";

/** An allowed operation and the parameters in the path it was asked for with. */
export interface Route {
  readonly operation: OperationDescriptor;
  /** The path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** A slash, a backslash or a percent sign could be read as more than one segment further on, a control character as anything. */
const UNSAFE = /[/\\%\p{Cc}]|^\.{0,2}$/u;

/**
 * Finds the allowed operation of a request; fixed segments win over parameters.
 *
 * The request's path is not used any further: the path that goes upstream is made from the operation's template.
 *
 * @throws {Refusal} 404 when there is none, which does not tell what exists and is not allowed.
 */
export function matchRoute(allow: readonly OperationDescriptor[], method: string, pathname: string): Route {
  const [route] = allow
    .filter((operation) => operation.method === method)
    .map((operation) => ({ operation, path: matchPath(operation.path, pathname) }))
    .filter((candidate): candidate is Route => candidate.path !== undefined && isSafe(candidate.path))
    .toSorted((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  if (route === undefined) throw new Refusal(404, "not-found", "There is nothing at this path");
  return route;
}

function isSafe(path: Readonly<Record<string, string>>): boolean {
  return !Object.values(path).some((value) => UNSAFE.test(value));
}
