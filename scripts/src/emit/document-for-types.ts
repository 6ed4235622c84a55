import { onlyDirection } from "../model/members.ts";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import { escapeComment } from "../text/comment.ts";
import { operationNameOf } from "../text/identifier.ts";

/** Keywords that openapi-typescript prints in a comment as they are. The last three hold data, which may look like a schema. */
const COMMENTS = new Set("title summary description format default example examples".split(" "));

/** Keywords that map names to values. A name in such a map is never taken for a keyword. */
const MAPS = new Set("content headers patternProperties responses".split(" "));

/** Keywords that add nothing to the types. */
const IGNORED = new Set("$defs callbacks externalDocs links readOnly security servers tags writeOnly".split(" "));

/** Keywords that describe the content of an object. */
const CONTENTS = ["$ref", "properties", "patternProperties", "additionalProperties", "allOf", "anyOf", "oneOf", "enum"];

/** Components that openapi-typescript prints as `unknown` when they are a reference to another component. */
const ALIASED = ["responses", "parameters", "requestBodies", "headers"] as const;

/** A document that openapi-typescript may change. */
export interface DocumentForTypes {
  copy: JsonObject;
  /** Whether a member is marked `readOnly` or `writeOnly`. */
  isMarked: boolean;
}

/**
 * Copies what types are made of, with comments escaped.
 *
 * The copy also evens out where openapi-typescript disagrees with the rest of the generator: names of operations, discriminators that
 * map to a bare schema name, objects without any content, and members that refer to a schema marked `readOnly` or `writeOnly`.
 */
export function documentForTypes(document: OpenApiDocument): DocumentForTypes {
  const { openapi, paths, components = {} } = document;
  let isMarked = false;
  const sections: JsonObject = { schemas: copyMap(components.schemas as unknown as Json) };
  for (const section of ALIASED) {
    const targets = Object.entries(components[section] ?? {}).map(([name, component]) => [
      name,
      follow<object>(document, component, []).value,
    ]);
    sections[section] = copyMap(Object.fromEntries(targets) as JsonObject);
  }
  return { copy: { openapi, paths: copyMap(paths as unknown as Json), components: sections }, isMarked };

  /** The copy has no prototype, so that `constructor` is not found in a map that does not have it. */
  function copyMap(map: Json | undefined, copyValue = copy): JsonObject {
    const copied = Object.create(null) as JsonObject;
    for (const [name, value] of Object.entries(isObject(map) ? map : {})) copied[name] = copyValue(value);
    return copied;
  }

  function copy(value: Json): Json {
    if (Array.isArray(value)) return value.map((item) => copy(item));
    if (!isObject(value)) return value;
    const copied: JsonObject = {};
    for (const [key, member] of Object.entries(value)) {
      if (!IGNORED.has(key) && !key.startsWith("x-")) copied[key] = copyKeyword(key, member);
    }
    if (copied["type"] === "object" && !CONTENTS.some((keyword) => keyword in copied)) {
      copied["additionalProperties"] = true;
    }
    return copied;
  }

  function copyKeyword(key: string, value: Json): Json {
    if (MAPS.has(key)) return copyMap(value);
    if (COMMENTS.has(key))
      return Array.isArray(value) && key === "examples" ? value.map(commentText) : commentText(value);
    if (key === "properties") return copyMap(value, copyMember);
    if (key === "operationId") return operationNameOf(String(value));
    if (key === "discriminator") return copyDiscriminator(value);
    return copy(value);
  }

  function copyMember(schema: Json): Json {
    const copied = copy(schema);
    const direction = onlyDirection(document, schema as OpenApiSchema);
    if (direction === undefined || !isObject(copied)) return copied;
    isMarked = true;
    return { ...copied, [`${direction}Only`]: true };
  }
}

/** A text that neither ends the comment nor starts a tag or a directive on any line of it. */
function commentText(data: Json): Json {
  if (typeof data !== "string" && (typeof data !== "object" || data === null)) return data;
  const text = typeof data === "string" ? data : JSON.stringify(data, null, 2);
  return escapeComment(text).replace(/\r\n|[\r\u2028\u2029]/g, "\n");
}

function copyDiscriminator(discriminator: Json): Json {
  if (!isObject(discriminator) || !isObject(discriminator["mapping"])) return discriminator;
  const mapping = Object.entries(discriminator["mapping"]).map(([value, target]) => {
    const isName = typeof target === "string" && !target.startsWith("#");
    return [value, isName ? `#/components/schemas/${target.replaceAll("~", "~0").replaceAll("/", "~1")}` : target];
  });
  return { ...discriminator, mapping: Object.fromEntries(mapping) as JsonObject };
}
