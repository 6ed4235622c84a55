import type { OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { parseReference } from "../spec/references.ts";

/** The property that selects an alternative of a union. */
export interface Discriminator {
  property: string;
  /** The name of the selected schema for each value. Includes the implicit values, which are the names of the schemas. */
  mapping: Map<string, string>;
}

/** Reads the discriminator of a schema. `alternatives` includes the alternatives of all parts of the schema. */
export function readDiscriminator(
  schema: OpenApiSchemaObject | undefined,
  alternatives: readonly OpenApiSchema[],
): Discriminator | undefined {
  if (!schema?.discriminator) return undefined;
  const { propertyName, mapping = {} } = schema.discriminator;
  const explicit = Object.entries(mapping).map(([value, target]) => [value, nameOf(target)] as const);
  const mapped = new Set(explicit.map(([, name]) => name));
  const implicit = alternatives
    .flatMap((choice) => (typeof choice === "object" && choice.$ref !== undefined ? [nameOf(choice.$ref)] : []))
    .filter((name) => !mapped.has(name));
  return { property: propertyName, mapping: new Map([...implicit.map((name) => [name, name] as const), ...explicit]) };
}

/** Returns the name of a schema. A mapping may contain the plain name instead of a reference. */
function nameOf(target: string): string {
  return String(parseReference(target)?.at(-1) ?? target);
}
