import { InputError } from "../errors/input-error.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";

/** A path template in parts: every second one is a parameter's name. */
function parts(path: string): string[] {
  return path.split(/[{}]/);
}

/** The names of a path template's parameters, in their order. */
export function pathParameters(path: string): string[] {
  return parts(path).filter((_, index) => index % 2);
}

/**
 * Fills an operation's path template. Every value is encoded, so that none can add a segment, a query or a fragment.
 *
 * @throws {InputError} for a value that is missing, or that would change the path all the same: `.` and `..` survive
 *   encoding, and every URL parser would resolve them to another path (RFC 3986, 5.2.4).
 */
export function expandPath({ id, path }: OperationDescriptor, values: Readonly<Record<string, unknown>>): string {
  return parts(path).reduce((expanded, part, index) => {
    if (index % 2 === 0) return expanded + part;
    const text = String(values[part] ?? "");
    if (/^\.{0,2}$/.test(text)) throw new InputError(id, part, text ? `cannot be "${text}"` : "is missing");
    return expanded + encodeURIComponent(text);
  }, "");
}
