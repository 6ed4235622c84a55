import type { Model } from "../../model/model.ts";
import { inputPaths } from "../../model/inputs/input-parameters.ts";
import { onlyDirection, requiredElsewhere } from "../../schema/members.ts";
import { findBinarySchemas } from "./find-binary-schemas.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject } from "../../spec/json.ts";
import type { OpenApiSchema } from "../../spec/openapi.ts";
import { follow, valueAt } from "../../spec/references.ts";
import { copyDiscriminator } from "./copy-discriminator.ts";
import { escapeComment } from "../../text/comment.ts";
import { acceptNamedMembers } from "./accept-named-members.ts";
import { CONTENT_KEYWORDS, hasType } from "../../schema/type-keywords.ts";

/** Keywords that openapi-typescript prints unescaped in comments. The last three hold data, which can look like a schema. */
const COMMENT_KEYWORDS = new Set("title summary description format default example examples".split(" "));

/** Keywords that map names to values. The names in these maps are not keywords. */
const MAP_KEYWORDS = new Set("content headers patternProperties responses".split(" "));

/** Keywords that do not affect the types. */
const IGNORED_KEYWORDS = new Set(
  "$defs callbacks externalDocs links readOnly security servers tags writeOnly".split(" "),
);

/** Component sections in which openapi-typescript prints a reference to another component as `unknown`. */
const ALIASED_SECTIONS = ["responses", "parameters", "requestBodies", "headers"] as const;

/** The format of the schemas whose type is `Blob`. */
export const BINARY = "binary";

/** A copy of a document that openapi-typescript can modify. */
export interface DocumentForTypes {
  copy: JsonObject;
  /** Whether any member is `readOnly` or `writeOnly`. */
  hasReadWriteMarkers: boolean;
}

/**
 * Copies the parts of a document that affect types, with comments escaped.
 *
 * The copy also works around differences between openapi-typescript and this generator:
 * - operation names
 * - discriminators that map to a plain schema name, or whose values the schemas define
 * - objects without content
 * - alternatives that only require members
 * - members that another part of an `allOf` requires
 * - named members beside additional members of another type
 * - references to `readOnly` or `writeOnly` schemas
 * - parameters with `x-input`, which callers pass as one input
 * - files, which have the format `binary` in the copy, while a binary member of JSON has no format
 */
export function documentForTypes({ document, operations }: Pick<Model, "document" | "operations">): DocumentForTypes {
  const { openapi, components = {} } = document;
  const binary = findBinarySchemas(document);
  let hasReadWriteMarkers = false;
  const sections: JsonObject = { schemas: copyMap(components.schemas as unknown as Json) };
  for (const section of ALIASED_SECTIONS) {
    const targets = Object.entries(components[section] ?? {})
      .map(([name, component]) => [name, follow<object>(document, component, []).value] as const)
      .filter(([, target]) => !("x-input" in target));
    sections[section] = copyMap(Object.fromEntries(targets) as JsonObject);
  }
  const paths = copyMap(inputPaths(document) as unknown as Json);
  for (const { id, path, method } of operations) {
    const operation = valueAt(paths, [path, method.toLowerCase()]);
    if (isObject(operation)) operation["operationId"] = id;
  }
  return { copy: { openapi, paths, components: sections }, hasReadWriteMarkers };

  /** Copies a map without a prototype, so that looking up `constructor` does not find an inherited member. */
  function copyMap(map: Json | undefined, copyValue = copy): JsonObject {
    const copied = Object.create(null) as JsonObject;
    for (const [name, value] of Object.entries(objectOrEmpty(map))) copied[name] = copyValue(value);
    return copied;
  }

  function copy(value: Json): Json {
    if (Array.isArray(value)) return value.map((item) => copy(item));
    if (!isObject(value)) return value;
    const copied: JsonObject = {};
    for (const [key, member] of Object.entries(value)) {
      const isIgnored = IGNORED_KEYWORDS.has(key) || key.startsWith("x-") || isUntyped(key, member);
      if (!isIgnored) copied[key] = copyKeyword(key, member);
    }
    if (binary.has(value as OpenApiSchema)) Object.assign(copied, { type: copied["type"] ?? "string", format: BINARY });
    else if (copied["format"] === BINARY) delete copied["format"];
    if (Array.isArray(value["allOf"])) copyAllOf(value, value["allOf"], copied);
    if (isObject(value["discriminator"])) {
      const discriminator = copyDiscriminator(document, value, value["discriminator"]);
      if (discriminator === undefined) delete copied["discriminator"];
      else copied["discriminator"] = discriminator;
    }
    acceptNamedMembers(copied);
    if (copied["type"] === "object" && !CONTENT_KEYWORDS.some((keyword) => keyword in copied)) {
      copied["additionalProperties"] = true;
    }
    return copied;
  }

  /** Adds the members that a part requires but does not declare to `required`, which openapi-typescript applies to all parts. */
  function copyAllOf(schema: JsonObject, allOf: Json[], copied: JsonObject): void {
    const names = allOf.flatMap((part) => requiredElsewhere(document, part as OpenApiSchema));
    const { required = [] } = schema;
    if (names.length > 0 && Array.isArray(required)) copied["required"] = [...new Set([...required, ...names])];
    const parts = [copied["allOf"] ?? []].flat().filter((_, index) => hasType(allOf[index] ?? true));
    if (parts.length > 0) copied["allOf"] = parts;
    else delete copied["allOf"];
  }

  function copyKeyword(key: string, value: Json): Json {
    if (MAP_KEYWORDS.has(key)) return copyMap(value);
    if (COMMENT_KEYWORDS.has(key))
      return Array.isArray(value) && key === "examples" ? value.map(commentText) : commentText(value);
    if (key === "properties") return copyMap(value, copyMember);
    return copy(value);
  }

  function copyMember(schema: Json): Json {
    const copied = copy(schema);
    const direction = onlyDirection(document, schema as OpenApiSchema);
    if (direction === undefined || !isObject(copied)) return copied;
    hasReadWriteMarkers = true;
    return { ...copied, [`${direction}Only`]: true };
  }
}

/** Returns whether a keyword lists alternatives that do not affect the type, such as `anyOf: [{ required: [a] }, { required: [b] }]`. */
function isUntyped(key: string, value: Json): boolean {
  return (key === "anyOf" || key === "oneOf") && Array.isArray(value) && !value.some(hasType);
}

/** Escapes a text so that it cannot end the comment or start a tag or directive on any line. */
function commentText(data: Json): Json {
  if (typeof data !== "string" && (typeof data !== "object" || data === null)) return data;
  const text = typeof data === "string" ? data : JSON.stringify(data, null, 2);
  return escapeComment(text).replace(/\r\n|[\r\u2028\u2029]/g, "\n");
}
