import { isObject, type Json, type JsonObject, type Path } from "./json.ts";
import type { OpenApiDocument, OrReference, Reference } from "./openapi.ts";

/** A value and its location in the document. */
export interface Located<T> {
  value: T;
  at: Path;
}

/** A reference within the document. */
export interface FoundReference {
  /** The path of the text of the reference. */
  at: Path;
  /** The path of its target. */
  target: Path;
  /** The section of `components` that holds such targets. */
  section: string;
}

/** Returns the path that a reference points to, or `undefined` if it points outside of the document. */
export function parseReference(reference: string): Path | undefined {
  if (!reference.startsWith("#/")) return undefined;
  return reference.slice(2).split("/").map(decodeSegment);
}

/** Returns the component name in a reference. A discriminator can also use the plain name. */
export function componentName(reference: string): string {
  return String(parseReference(reference)?.at(-1) ?? reference);
}

/** Returns the reference to a path within the document. */
export function formatReference(path: Path): string {
  return `#${formatPointer(path)}`;
}

/** Formats a path as a JSON pointer (RFC 6901). */
export function formatPointer(path: Path): string {
  return path.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Returns whether a path is that of a component. */
export function isComponent(path: Path): boolean {
  return path.length === 3 && path[0] === "components";
}

/** Returns the value at `path`, or `undefined` if there is none. */
export function valueAt(document: JsonObject, path: Path): Json | undefined {
  let value: Json | undefined = document;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Follows references to a component. `validate` checked that each points to a component of the right kind. */
export function follow<T extends object>(document: OpenApiDocument, value: OrReference<T>, at: Path): Located<T> {
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
    // Keeps an invalid escape unchanged.
  }
  return text.replaceAll("~1", "/").replaceAll("~0", "~");
}
