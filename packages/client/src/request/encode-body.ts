import { InputError } from "../errors/input-error.ts";
import type { EncodedBody, OperationDescriptor } from "../operation-descriptor.ts";
import { encode, serializeNested } from "./serialize.ts";

/**
 * Encodes a `multipart/form-data` body. Lists become repeated fields, and objects become JSON parts (OpenAPI 3.1, 4.8.15).
 *
 * @throws {InputError} for an empty list and for a list with an empty item, which a form cannot contain.
 */
export function multipartBody(members: unknown, { id }: OperationDescriptor): EncodedBody {
  const body = new FormData();
  for (const [name, value] of Object.entries(members as object)) {
    if (value === undefined || value === null) continue;
    for (const item of itemsOf(id, name, value)) body.append(name, item instanceof Blob ? item : partOf(item));
  }
  return { body };
}

/**
 * Encodes an `application/x-www-form-urlencoded` body. Lists become repeated fields. Brackets join the names of objects and their
 * members, as in `owner[name]=Ada`.
 *
 * @throws {InputError} for an empty list, for a list with an empty item, and for text with invalid characters.
 */
export function urlencodedBody(
  members: unknown,
  { id, numberedFields, contentType }: OperationDescriptor,
): EncodedBody {
  let text = "";
  for (const [name, value] of Object.entries(members as object)) {
    if (value === undefined || value === null) continue;
    const items = itemsOf(id, name, value);
    const isNumbered = numberedFields?.includes(name) || items.some((item) => typeof item === "object");
    for (const item of Array.isArray(value) && !isNumbered ? items : [value])
      text += encode(id, name, () => serializeNested(name, item, "[", "]"));
  }
  return { body: text.slice(1), contentType };
}

/**
 * Encodes a body that is text or bytes. A `Blob` keeps its own type if the operation accepts a range of types, such as `image/*`.
 *
 * @throws {InputError} for any other value. A stream could not be sent again after a failure.
 */
export function rawBody(value: unknown, { id, contentType = "" }: OperationDescriptor): EncodedBody {
  const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  const body = isBytes ? new Blob([value as ArrayBuffer]) : value;
  if (typeof body !== "string" && !(body instanceof Blob))
    throw new InputError(id, "body", "must be a string, a Blob, or bytes");
  if (!contentType.includes("*")) return { body, contentType };
  return { body, contentType: typeof body === "string" ? "text/plain" : body.type || "application/octet-stream" };
}

/** Returns the items of a list, or the value itself. */
function itemsOf(id: string, name: string, value: unknown): unknown[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.length === 0 || items.some((item) => item === undefined || item === null))
    throw new InputError(id, name, "must not be empty");
  return items;
}

/** Returns a part of a multipart body for a value that is not a file. */
function partOf(value: unknown): string | Blob {
  return typeof value === "object" ? new Blob([JSON.stringify(value)], { type: "application/json" }) : `${value}`;
}
