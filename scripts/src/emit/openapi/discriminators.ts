import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import { parseReference } from "../../spec/references.ts";
import { openObject } from "./open-object.ts";
import { visitObjects } from "./visit-objects.ts";

type Discriminator = NonNullable<OpenApiSchemaObject["discriminator"]>;

/** What the discriminators of a document say about its named schemas. */
export interface Discriminators {
  /** The discriminator that each schema has, or takes over from a part of its `allOf`. */
  readonly byName: ReadonlyMap<string, Discriminator>;
  /** Schemas with the value that stands for them, in place of those of the document. */
  readonly withValue: ReadonlyMap<OpenApiSchema, OpenApiSchemaObject>;
  /** The names of these schemas. */
  readonly hasValue: ReadonlySet<string>;
}

/** Finds all discriminators. The first one that says which value stands for a schema is right. */
export function findDiscriminators({ paths, components }: OpenApiDocument): Discriminators {
  const schemas = components?.schemas ?? {};
  const byName = new Map<string, Discriminator>();
  const withValue = new Map<OpenApiSchema, OpenApiSchemaObject>();
  const hasValue = new Set<string>();

  for (const [name, schema] of Object.entries(schemas)) {
    if (typeof schema === "object" && schema.discriminator) byName.set(name, schema.discriminator);
  }
  for (const part of [paths, components ?? {}]) visitObjects(part as unknown as Json, takeAlternatives);
  for (const [name, schema] of Object.entries(schemas)) takeOver(name, schema);
  return { byName, withValue, hasValue };

  /** With `oneOf`, each alternative gets the value that stands for it. */
  function takeAlternatives({ discriminator, oneOf }: JsonObject): void {
    if (!isObject(discriminator) || !Array.isArray(oneOf)) return;
    const given = discriminator as unknown as Discriminator;
    for (const [name, values] of valuesByName(given, oneOf)) setValue(name, given.propertyName, values);
  }

  /** With `allOf`, a schema has the discriminator of what it extends. */
  function takeOver(name: string, schema: OpenApiSchema): void {
    if (typeof schema !== "object") return;
    for (const part of schema.allOf ?? []) {
      if (typeof part !== "object") continue;
      const discriminator = part.$ref === undefined ? part.discriminator : byName.get(schemaName(part.$ref));
      if (!discriminator) continue;
      byName.set(name, discriminator);
      const values = Object.entries(discriminator.mapping ?? {}).flatMap(([value, target]) =>
        schemaName(target) === name ? [value] : [],
      );
      if (part.$ref !== undefined && values.length > 0) setValue(name, discriminator.propertyName, values, true);
    }
  }

  function setValue(name: string, member: string, values: string[], again = false): void {
    const schema = schemas[name];
    if (typeof schema !== "object") return;
    const known = withValue.get(schema);
    if (known && !again) return;
    const changed = addValue(known ?? openObject(schema), member, values);
    if (!changed) return;
    withValue.set(schema, changed);
    hasValue.add(name);
  }
}

/** The name of the schema in a reference; a discriminator may also give the name alone. */
export function schemaName(reference: string): string {
  return String(parseReference(reference)?.at(-1) ?? reference);
}

/** The values for each schema: those of the mapping or, where it has none, its name. */
function valuesByName({ mapping = {} }: Discriminator, oneOf: Json[]): Map<string, string[]> {
  const names = oneOf.flatMap((item) => (isObject(item) && "$ref" in item ? schemaName(String(item["$ref"])) : []));
  const values = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const [value, target] of Object.entries(mapping)) {
    const name = schemaName(target);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return new Map(Array.from(values, ([name, given]) => [name, given.length > 0 ? given : [name]]));
}

function addValue(schema: OpenApiSchemaObject, member: string, values: string[]): OpenApiSchemaObject | undefined {
  const value: OpenApiSchemaObject = { type: "string", enum: values };
  const required = [member];
  if (schema.allOf) {
    const part = { type: "object", required, properties: { [member]: { ...value, description: ADDED } } };
    return { ...schema, allOf: [...schema.allOf, part] };
  }
  if (schema.type !== "object") return undefined;
  const before = Object.hasOwn(schema.properties ?? {}, member) ? schema.properties?.[member] : undefined;
  const prose = typeof before === "object" && before.description ? `${before.description} ${REPLACED}` : ADDED;
  const properties = { ...schema.properties, [member]: { ...value, description: prose } };
  return { ...schema, properties, required: [...new Set([...(schema.required ?? []), ...required])] };
}

const ADDED = "The value that stands for this schema.";
const REPLACED = "(the value that stands for this schema)";
