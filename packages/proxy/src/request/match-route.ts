import type { OperationDescriptor } from "@segment-iam/client";
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
    .map((operation) => ({ operation, path: readPath(operation.path, pathname) }))
    .filter((candidate): candidate is Route => candidate.path !== undefined)
    .toSorted((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  if (route === undefined) throw new Refusal(404, "not-found", "There is nothing at this path");
  return route;
}

/** The parameters of a path; `undefined` when it does not fit the template. */
function readPath(template: string, pathname: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const actual = pathname.split("/");
  if (expected.length !== actual.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, segment] of actual.entries()) {
    const name = /^\{(.+)\}$/.exec(expected[index] ?? "")?.[1];
    if (name === undefined) {
      if (segment !== expected[index]) return undefined;
      continue;
    }
    const value = decode(segment);
    if (value === undefined || UNSAFE.test(value)) return undefined;
    values[name] = value;
  }
  return values;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
