import { objectOrEmpty, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../spec/openapi.ts";
import { componentName } from "../spec/references.ts";
import { partsOf } from "./members.ts";
import { resolveSchema } from "./resolve-schema.ts";

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
  const explicit = Object.entries(mapping).map(([value, target]) => [value, componentName(target)] as const);
  const mapped = new Set(explicit.map(([, name]) => name));
  const implicit = alternatives
    .flatMap((choice) => (typeof choice === "object" && choice.$ref !== undefined ? [componentName(choice.$ref)] : []))
    .filter((name) => !mapped.has(name));
  return { property: propertyName, mapping: new Map([...implicit.map((name) => [name, name] as const), ...explicit]) };
}

/**
 * Returns the discriminator values of an alternative, or `undefined` if only the default applies: the name of the schema.
 *
 * The values that the schema itself allows take precedence, because a value must be valid for the schema. A mapping selects among them.
 */
export function discriminatorValues(
  document: OpenApiDocument,
  discriminator: JsonObject,
  reference: string,
): Json[] | undefined {
  const { propertyName, mapping } = discriminator;
  const fixed = fixedValues(document, { $ref: reference }, String(propertyName));
  const name = componentName(reference);
  const mapped = Object.entries(objectOrEmpty(mapping)).flatMap(([value, target]) =>
    componentName(String(target)) === name ? [value] : [],
  );
  if (fixed === undefined) return mapped.length > 0 ? mapped : undefined;
  const selected = fixed.filter((value) => mapped.includes(value as string));
  return selected.length > 0 ? selected : fixed;
}

/** Returns the values that `const` or `enum` allow for a property, or `undefined` if they do not limit the values or allow none. */
export function fixedValues(document: OpenApiDocument, schema: OpenApiSchema, property: string): Json[] | undefined {
  const member = (part: OpenApiSchema): Json[] | undefined => {
    const { properties = {} } = resolveSchema(document, part);
    return Object.hasOwn(properties, property) ? allowedValues(properties[property] ?? true) : undefined;
  };
  const allowedValues = (part: OpenApiSchema): Json[] | undefined =>
    valuesOf(document, part, (inner) => {
      const { const: value, enum: values } = resolveSchema(document, inner);
      return value === undefined ? values : [value];
    });
  return valuesOf(document, schema, member);
}

/** Combines the values of a schema's parts: those that all parts of `allOf`, and any alternative of `oneOf` or `anyOf`, allow. */
function valuesOf(
  document: OpenApiDocument,
  schema: OpenApiSchema,
  ownValues: (part: OpenApiSchema) => Json[] | undefined,
  open: readonly OpenApiSchema[] = [],
): Json[] | undefined {
  const resolved = resolveSchema(document, schema);
  if (open.includes(resolved)) return undefined;
  const lists = partsOf(document, schema).flatMap((part) => {
    const unions = [part.oneOf, part.anyOf].map((alternatives) => {
      const values = alternatives?.map((inner) => valuesOf(document, inner, ownValues, [...open, resolved]));
      return values?.every((list) => list !== undefined) ? values.flat() : undefined;
    });
    return [ownValues(part), ...unions].filter((list) => list !== undefined);
  });
  const [first, ...others] = lists;
  const common = first?.filter((value) => others.every((list) => list.includes(value)));
  return common?.length === 0 ? undefined : common && [...new Set(common)];
}
