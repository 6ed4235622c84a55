import { isObject, type Json, type JsonObject, type Path } from "./json.ts";
import type { OpenApiDocument, OrReference, Reference } from "./openapi.ts";

/** A value and its place in the document. */
export interface Located<T> {
  value: T;
  at: Path;
}

/** The path of a reference inside the document; `undefined` for a reference to another document. */
export function parseReference(reference: string): Path | undefined {
  if (!reference.startsWith("#/")) return undefined;
  return reference.slice(2).split("/").map(decodeSegment);
}

/** Returns the value at `path`. */
export function valueAt(document: JsonObject, path: Path): Json | undefined {
  let value: Json | undefined = document;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Follows references until a value is found. `validate` has made sure that they resolve to the right kind of component. */
export function followReference<T extends object>(
  document: OpenApiDocument,
  value: OrReference<T>,
  at: Path,
): Located<T> {
  let located: Located<OrReference<T>> = { value, at };
  while (isReference(located.value)) {
    const target = parseReference(located.value.$ref) ?? [];
    located = { value: valueAt(document as unknown as JsonObject, target) as OrReference<T>, at: target };
  }
  return located as Located<T>;
}

function isReference(value: object): value is Reference {
  return "$ref" in value && typeof value.$ref === "string";
}

function decodeSegment(segment: string): string {
  let text = segment;
  try {
    text = decodeURIComponent(segment);
  } catch {
    // An invalid escape is taken literally.
  }
  return text.replaceAll("~1", "/").replaceAll("~0", "~");
}
