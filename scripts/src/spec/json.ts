/** A value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** An object that JSON can hold. */
export interface JsonObject {
  [key: string]: Json;
}

/** Where a value sits in the document: the keys and indexes from the root. */
export type Path = readonly (string | number)[];

/** Tells whether `value` is a JSON object, not an array and not null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
