import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { parseReference } from "../spec/references.ts";
import { partsOf } from "./members.ts";
import { resolveSchema } from "./model-context.ts";

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
  const mapped = Object.entries(isObject(mapping) ? mapping : {}).flatMap(([value, target]) =>
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

/** Returns the component name in a reference. A discriminator can also use the plain name. */
export function componentName(reference: string): string {
  return String(parseReference(reference)?.at(-1) ?? reference);
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
