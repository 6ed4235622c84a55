import type { Json, JsonObject } from "../spec/json.ts";
import { isObject } from "../spec/json.ts";
import type { OpenApiDocument } from "../spec/openapi.ts";
import { harmless } from "../text/comment.ts";
import { operationNameOf } from "../text/identifier.ts";

/** Texts that end up in comments, where an editor or a compiler could obey them. */
const PROSE = new Set(["title", "summary", "description", "format"]);

/** What holds things by their names, so that a name is never taken for a keyword. */
const MAPS = new Set(
  "callbacks content headers patternProperties properties requestBodies responses schemas".split(" "),
);

/** What says nothing about types. */
const LEFT_OUT = new Set("$defs callbacks externalDocs links security securitySchemes servers tags".split(" "));

/** Keywords that say what is in an object. */
const CONTENTS = ["$ref", "properties", "patternProperties", "additionalProperties", "allOf", "anyOf", "oneOf", "enum"];

/**
 * A copy of the document for openapi-typescript, which changes what it reads and takes some things otherwise than the rest of
 * the generator: names of operations, discriminators that name a schema alone, and objects of which nothing is said.
 */
export function documentForTypes({ openapi, paths, components }: OpenApiDocument): JsonObject {
  const { schemas, responses, parameters, requestBodies, headers } = (components ?? {}) as JsonObject;
  const sections = { schemas, responses, parameters, requestBodies, headers };
  const copies = Object.entries(sections).flatMap(([name, map]) => (map === undefined ? [] : [[name, copyMap(map)]]));
  return { openapi, paths: copyMap(paths as unknown as Json), components: Object.fromEntries(copies) as JsonObject };
}

function copyMap(map: Json): Json {
  if (!isObject(map)) return map;
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, copy(value)]));
}

function copy(value: Json): Json {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const copied: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (LEFT_OUT.has(key) || key.startsWith("x-")) continue;
    copied[key] = copyMember(key, member);
  }
  if (copied["type"] === "object" && !CONTENTS.some((keyword) => keyword in copied))
    copied["additionalProperties"] = true;
  return copied;
}

function copyMember(key: string, member: Json): Json {
  if (MAPS.has(key)) return copyMap(member);
  if (typeof member === "string") {
    if (PROSE.has(key)) return harmless(member);
    return key === "operationId" ? operationNameOf(member) : member;
  }
  // Data could look like a schema. In a comment it is the same as a text.
  if (key === "default" || key === "example") return asText(member);
  if (key === "examples") return Array.isArray(member) ? member.map(asText) : [];
  if (key === "discriminator") return copyDiscriminator(member);
  return copy(member);
}

function asText(data: Json): Json {
  return typeof data === "object" ? JSON.stringify(data, null, 2) : data;
}

function copyDiscriminator(discriminator: Json): Json {
  if (!isObject(discriminator) || !isObject(discriminator["mapping"])) return discriminator;
  const mapping = Object.entries(discriminator["mapping"]).map(([value, target]) => {
    const isName = typeof target === "string" && !target.startsWith("#");
    return [value, isName ? `#/components/schemas/${target.replaceAll("~", "~0").replaceAll("/", "~1")}` : target];
  });
  return { ...discriminator, mapping: Object.fromEntries(mapping) as JsonObject };
}
