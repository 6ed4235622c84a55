import type { JsonObject } from "../spec/json.ts";

/** Converts the keywords of OpenAPI 3.0 in a schema to JSON Schema: `nullable`, `example` and boolean exclusive bounds. */
export function upgradeFrom30({ nullable, example, ...schema }: JsonObject): JsonObject {
  const upgraded = toExclusiveNumbers(schema);
  if (example !== undefined) upgraded["examples"] ??= [example];
  return nullable === true ? { anyOf: [upgraded, { type: "null" }] } : upgraded;
}

/** Copies a schema with a boolean `exclusiveMinimum` or `exclusiveMaximum` converted to a number, as in OpenAPI 3.1. */
export function toExclusiveNumbers(schema: JsonObject): JsonObject {
  const converted = { ...schema };
  for (const [inclusive, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof converted[exclusive] !== "boolean") continue;
    const isExclusive = converted[exclusive];
    delete converted[exclusive];
    if (!isExclusive || converted[inclusive] === undefined) continue;
    converted[exclusive] = converted[inclusive];
    delete converted[inclusive];
  }
  return converted;
}
