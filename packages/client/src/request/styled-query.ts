import { serializeArrayParam } from "openapi-fetch";
import type { OperationDescriptor, QueryStyle } from "../operation-descriptor.ts";
import type { RawInit } from "../raw-init.ts";
import { encode, serializeDottedQuery, serializeQuery } from "./serialize.ts";
import { InputError } from "../errors/request-errors.ts";

/** Serializes the query parameters of a call in the styles that the spec defines. */
export function styledQuery(init: RawInit, operation: OperationDescriptor): RawInit {
  const { id, queryStyles = {} } = operation;
  const querySerializer = (query: object) => {
    const pairs = Object.entries(query).map(([name, value]) => {
      if (!Object.hasOwn(queryStyles, name)) return serializeQuery(operation, { [name]: value });
      const text = encode(id, name, () => serializeStyled(name, value, queryStyles[name] as QueryStyle));
      if (!text && Array.isArray(value))
        throw new InputError(id, name, "must be a non-empty array whose items all have a value");
      return text;
    });
    return pairs.filter(Boolean).join("&");
  };
  return { ...init, querySerializer };
}

/** Omits `undefined` and `null` as {@link serializeDottedQuery} does. */
function serializeStyled(name: string, value: unknown, style: QueryStyle): string {
  if (typeof value !== "object") return serializeDottedQuery(name, value).slice(1);
  // An object is written as a list of its names and values.
  const items: unknown[] = Array.isArray(value)
    ? value
    : Object.entries(value ?? {})
        .filter(([, member]) => !isEmpty(member))
        .flat();
  return items.some(isEmpty) || items.length === 0 ? "" : serializeArrayParam(encodeURIComponent(name), items, style);
}

function isEmpty(item: unknown): boolean {
  return serializeDottedQuery("", item) === "";
}
