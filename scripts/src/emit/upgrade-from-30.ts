import type { JsonObject } from "../spec/json.ts";

/** Converts the keywords of OpenAPI 3.0 in a schema to JSON Schema: `nullable`, `example` and boolean exclusive bounds. */
export function upgradeFrom30({ nullable, example, ...schema }: JsonObject): JsonObject {
  const upgraded: JsonObject = { ...schema };
  if (example !== undefined) upgraded["examples"] ??= [example];
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof upgraded[exclusive] !== "boolean") continue;
    const value = upgraded[limit];
    const isExclusive = upgraded[exclusive] && value !== undefined;
    delete upgraded[exclusive];
    if (isExclusive) {
      upgraded[exclusive] = value;
      delete upgraded[limit];
    }
  }
  return nullable === true ? { anyOf: [upgraded, { type: "null" }] } : upgraded;
}
