import { InputError } from "../errors/request-errors.ts";
import type { OperationDescriptor } from "../operation-descriptor.ts";
import type { RawInit } from "../raw-init.ts";
import { encode, jsonOf, serializeDottedQuery } from "./serialize.ts";
import { styledQuery } from "./styled-query.ts";

/**
 * Encodes a `multipart/form-data` body. Lists become repeated fields, and objects become JSON parts (OpenAPI 3.1, 4.8.15).
 *
 * @throws {InputError} for an empty list and for a list with an item that has no value, because a form cannot represent them.
 */
export function multipartBody(init: RawInit, operation: OperationDescriptor): RawInit {
  const form = new FormData();
  for (const [name, value] of fieldsOf(init.body)) {
    for (const item of itemsOf(operation, name, value)) form.append(name, item instanceof Blob ? item : partOf(item));
  }
  // `fetch` sets the media type, because only `fetch` knows the boundary.
  return withBody(init, operation, form, undefined);
}

/**
 * Encodes an `application/x-www-form-urlencoded` body. Lists become repeated fields. Brackets join the names of objects and their
 * members, as in `owner[name]=Ada`.
 *
 * @throws {InputError} for an empty list, for a list with an item that has no value, and for text with invalid characters.
 */
export function urlencodedBody(init: RawInit, operation: OperationDescriptor): RawInit {
  const { id, numberedFields, contentType } = operation;
  let text = "";
  for (const [name, value] of fieldsOf(init.body)) {
    const items = itemsOf(operation, name, value);
    const isNumbered = numberedFields?.includes(name) || items.some((item) => typeof item === "object");
    for (const item of Array.isArray(value) && !isNumbered ? items : [value])
      text += encode(id, name, () => serializeDottedQuery(name, item, "[", "]"));
  }
  return withBody(init, operation, text.slice(1), contentType);
}

/**
 * Encodes a body that is text or bytes. A `Blob` keeps its own type if the operation accepts a range of types, such as `image/*`.
 *
 * @throws {InputError} for any other value. A stream could not be sent again after a failure.
 */
export function rawBody(init: RawInit, operation: OperationDescriptor): RawInit {
  const { id, contentType = "" } = operation;
  const { body } = init;
  if (body === undefined) return styledQuery(init, operation);
  const content = body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? new Blob([body as ArrayBuffer]) : body;
  if (typeof content !== "string" && !(content instanceof Blob))
    throw new InputError(id, "body", "must be a string, a Blob, or bytes");
  const ownType = typeof content === "string" ? "text/plain" : content.type || "application/octet-stream";
  return withBody(init, operation, content, contentType.includes("*") ? ownType : contentType);
}

/** Replaces the body. Also replaces the media type, unless the caller has set one. */
function withBody(
  init: RawInit,
  operation: OperationDescriptor,
  body: unknown,
  contentType: string | undefined,
): RawInit {
  const { "content-type": sentType, ...others } = init.headers as Record<string, string>;
  const type = sentType === operation.contentType ? contentType : sentType;
  const headers = { ...others, ...(type !== undefined && { "content-type": type }) };
  return styledQuery({ ...init, body, bodySerializer: (encoded) => encoded, headers }, operation);
}

/** Returns the fields of a form, without those that are `undefined` or `null`. */
function fieldsOf(body: unknown): [name: string, value: unknown][] {
  return Object.entries(body ?? {}).filter(([, value]) => value !== undefined && value !== null);
}

/** Returns the items of a list with their `toJSON` applied, or the value itself. */
function itemsOf({ id }: OperationDescriptor, name: string, value: unknown): unknown[] {
  const items = Array.isArray(value) ? value.map(jsonOf) : [value];
  if (items.length === 0 || items.some((item) => item === undefined || item === null))
    throw new InputError(id, name, "must be a non-empty array whose items all have a value");
  return items;
}

/** Returns a part of a multipart body for a value that is not a file. */
function partOf(value: unknown): string | Blob {
  return typeof value === "object" ? new Blob([JSON.stringify(value)], { type: "application/json" }) : `${value}`;
}
