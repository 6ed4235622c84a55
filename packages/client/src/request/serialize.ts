import { InputError } from "../errors/request-errors.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";

const PARAMETER = /\{(.*?)\}/g;

/** Returns the names of a path template's parameters, in order. */
export function pathParameterNames(path: string): string[] {
  return Array.from(path.matchAll(PARAMETER), ([, name = ""]) => name);
}

/**
 * Fills in a path template.
 *
 * @throws {InputError} for a missing or empty parameter, for invalid characters, and for `.` and `..`. URL parsers resolve
 *   these segments to another path (RFC 3986, 5.2.4), even when encoded.
 */
export function serializePath({ id }: OperationDescriptor, path: string, values: object): string {
  return path.replace(PARAMETER, (_, name: string) => {
    const value: unknown = Object.hasOwn(values, name) ? values[name as keyof typeof values] : undefined;
    const text = encode(id, name, () => encodeURIComponent(`${value ?? ""}`));
    if (/^\.{0,2}$/.test(text))
      throw new InputError(id, name, text ? `must not be "${text}"` : "is required and must not be empty");
    return text;
  });
}

/**
 * Serializes the query of a call, without a `?`.
 *
 * @throws {InputError} for a value with invalid characters, for an empty array, and for an array with an item that has no value.
 *   Omitting such an array would change the meaning of the request.
 */
export function serializeQuery({ id, bulkField }: OperationDescriptor, query: object): string {
  let text = "";
  for (const [name, value] of Object.entries(query)) {
    const pairs = encode(id, name, () => serializeDottedQuery(name, value));
    if (!pairs && (Array.isArray(value) || name === bulkField))
      throw new InputError(
        id,
        name,
        value?.length ? "must not have items without a value" : "must be a non-empty array",
      );
    text += pairs;
  }
  return text.slice(1);
}

/**
 * Serializes a query parameter as the API documents it, with a `&` before each pair. Dots join the parameter's name with the
 * members of objects and the indexes of arrays. A `Date` becomes ISO text.
 *
 * `("pagination", { count: 3 })` returns `&pagination.count=3`, and `("emails", ["a@example.com"])` returns `&emails.0=a%40example.com`.
 * Members that are `undefined` or `null` are omitted. An array with such an item is omitted as a whole, because a shorter
 * array would change the meaning of the request.
 *
 * @param open the text before the name of a member. @default "."
 * @param close the text after it: `("owner", { name: "Ada" }, "[", "]")` returns `&owner%5Bname%5D=Ada`, for a form. @default ""
 * @throws {URIError} for text with a lone surrogate, which has no encoding.
 */
export function serializeDottedQuery(name: string, input: unknown, open = ".", close = ""): string {
  const value = jsonOf(input);
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return `&${encodeURIComponent(name)}=${encodeURIComponent(`${value}`)}`;
  let pairs = "";
  for (const [member, inner] of Object.entries(value)) {
    const pair = serializeDottedQuery(name + open + member + close, inner, open, close);
    if (!pair && Array.isArray(value)) return "";
    pairs += pair;
  }
  return pairs;
}

/** Returns the result of a value's `toJSON`, or else the value itself. */
export function jsonOf(value: unknown): unknown {
  const { toJSON } = Object(value);
  return toJSON ? toJSON.call(value) : value;
}

/** Runs a serializer. @throws {InputError} for text that has no encoding. */
export function encode(operation: string, name: string, write: () => string): string {
  try {
    return write();
  } catch {
    // The text has a lone surrogate, because it was cut in the middle of a character.
    throw new InputError(operation, name, "has invalid characters");
  }
}
