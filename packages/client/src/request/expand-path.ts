import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";

const PARAMETER = /\{(.*?)\}/g;

/** The names of a path template's parameters, in their order. */
export function pathParameters(path: string): string[] {
  return Array.from(path.matchAll(PARAMETER), ([, name = ""]) => name);
}

/**
 * Fills an operation's path template. Every value is encoded, so that none can add a segment, a query or a fragment.
 *
 * @throws {InputError} for a value that is missing, or that would change the path all the same: `.` and `..` survive
 *   encoding, and every URL parser would resolve them to another path (RFC 3986, 5.2.4).
 */
export function expandPath({ id, path }: OperationDescriptor, values: object): string {
  return path.replace(PARAMETER, (_, name: string) => {
    const text = String((values as Record<string, unknown>)[name] ?? "");
    if (/^\.{0,2}$/.test(text)) throw new InputError(id, name, `cannot be ${text || "empty"}`);
    return encodeURIComponent(text);
  });
}
