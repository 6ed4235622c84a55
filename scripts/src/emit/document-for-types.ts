import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import { escapeComment } from "../text/comment.ts";
import { operationNameOf } from "../text/identifier.ts";

/** Keywords whose text openapi-typescript prints in a comment as it is. */
const PROSE = new Set(["title", "summary", "description", "format"]);

/** Keywords that map names to values. A name in such a map is never taken for a keyword. */
const MAPS = new Set("content headers patternProperties properties responses".split(" "));

/** Keywords that add nothing to the types. */
const IGNORED = new Set("$defs callbacks externalDocs links security servers tags".split(" "));

/** Keywords that describe the content of an object. */
const CONTENTS = ["$ref", "properties", "patternProperties", "additionalProperties", "allOf", "anyOf", "oneOf", "enum"];

/** Components that openapi-typescript prints as `unknown` when they are a reference to another component. */
const ALIASED = ["responses", "parameters", "requestBodies", "headers"] as const;

/**
 * Copies the document for openapi-typescript, which changes its input.
 *
 * The copy holds only what types are made of, with comments escaped. It also evens out where openapi-typescript disagrees with the
 * rest of the generator: names of operations, discriminators that map to a bare schema name, and objects without any content.
 */
export function documentForTypes(document: OpenApiDocument): JsonObject {
  const { openapi, paths, components = {} } = document;
  const copied: JsonObject = { schemas: copyMap(components.schemas as unknown as Json) };
  for (const section of ALIASED) {
    const targets = Object.entries(components[section] ?? {}).map(([name, component]) => [
      name,
      follow<object>(document, component, []).value,
    ]);
    copied[section] = copyMap(Object.fromEntries(targets) as JsonObject);
  }
  return { openapi, paths: copyMap(paths as unknown as Json), components: copied };
}

/** The copy has no prototype, so that `constructor` is not found in a map that does not have it. */
function copyMap(map: Json | undefined): JsonObject {
  const copied = Object.create(null) as JsonObject;
  for (const [name, value] of Object.entries(isObject(map) ? map : {})) copied[name] = copy(value);
  return copied;
}

function copy(value: Json): Json {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const copied: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (!IGNORED.has(key) && !key.startsWith("x-")) copied[key] = copyMember(key, member);
  }
  if (copied["type"] === "object" && !CONTENTS.some((keyword) => keyword in copied)) {
    copied["additionalProperties"] = true;
  }
  return copied;
}

function copyMember(key: string, member: Json): Json {
  if (MAPS.has(key)) return copyMap(member);
  if (PROSE.has(key)) return commentText(member);
  // Data may look like a schema, but in a comment it is text.
  if (key === "default" || key === "example") return commentText(member);
  if (key === "examples") return Array.isArray(member) ? member.map(commentText) : [];
  if (key === "operationId") return operationNameOf(String(member));
  if (key === "discriminator") return copyDiscriminator(member);
  return copy(member);
}

/** A text that neither ends the comment nor starts a tag or a directive on any line of it. */
function commentText(data: Json): Json {
  if (typeof data !== "string" && !isContainer(data)) return data;
  const text = typeof data === "string" ? data : JSON.stringify(data, null, 2);
  return escapeComment(text).replace(/\r\n|[\r\u2028\u2029]/g, "\n");
}

function isContainer(data: Json): boolean {
  return typeof data === "object" && data !== null;
}

function copyDiscriminator(discriminator: Json): Json {
  if (!isObject(discriminator) || !isObject(discriminator["mapping"])) return discriminator;
  const mapping = Object.entries(discriminator["mapping"]).map(([value, target]) => {
    const isName = typeof target === "string" && !target.startsWith("#");
    return [value, isName ? `#/components/schemas/${target.replaceAll("~", "~0").replaceAll("/", "~1")}` : target];
  });
  return { ...discriminator, mapping: Object.fromEntries(mapping) as JsonObject };
}
