import { pathParameters, type OperationDescriptor } from "@segment-iam/client";
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
  const values: [string, string][] = [];
  for (const [index, segment] of actual.entries()) {
    const found = readSegment(expected[index] ?? "", segment);
    if (found === undefined) return undefined;
    values.push(...found);
  }
  return Object.fromEntries(values);
}

/** The parameters of one segment, which may have text around them, as in `{id}.json`. */
function readSegment(template: string, segment: string): [string, string][] | undefined {
  const [before = "", ...texts] = template.split(/\{[^{}]+\}/);
  if (texts.length === 0) return segment === template ? [] : undefined;
  const names = pathParameters(template);
  if (!segment.startsWith(before)) return undefined;
  let rest = segment.slice(before.length);
  const values: [string, string][] = [];
  for (const [index, text] of texts.entries()) {
    const end = index === texts.length - 1 ? rest.length - text.length : rest.indexOf(text);
    const value = end >= 0 && rest.startsWith(text, end) ? decode(rest.slice(0, end)) : undefined;
    if (value === undefined || UNSAFE.test(value)) return undefined;
    values.push([names[index] ?? "", value]);
    rest = rest.slice(end + text.length);
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
