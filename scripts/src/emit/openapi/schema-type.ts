import type { OpenApiDocument, OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import { parseReference, valueAt } from "../../spec/references.ts";
import type { Json, JsonObject } from "../../spec/json.ts";
import { literal } from "../../text/literal.ts";
import { quote } from "../../text/quote.ts";
import { schemaName, type Discriminators } from "./discriminators.ts";
import { objectType } from "./object-type.ts";
import { openObject } from "./open-object.ts";
import {
  arrayOf,
  intersectionOf,
  NEVER,
  NOTHING_IN_IT,
  NULL,
  orNull,
  UNKNOWN,
  unionOf,
  type TypeText,
} from "./type-text.ts";

const PRIMITIVES: Record<string, TypeText> = {
  null: NULL,
  string: { code: "string", form: "primitive" },
  number: { code: "number", form: "primitive" },
  integer: { code: "number", form: "primitive" },
  boolean: { code: "boolean", form: "primitive" },
};

/** What the types of a document need to know of all of it. */
export interface Printing {
  readonly document: OpenApiDocument;
  readonly discriminators: Discriminators;
  /** Whether any type uses `WithRequired`. */
  usesWithRequired: boolean;
}

/** The type of a reference. */
export function referenceType(reference: string): TypeText {
  const [first = "", ...rest] = (parseReference(reference) ?? []).map(String);
  return { code: first + rest.map((key) => `[${quote(key)}]`).join("") };
}

/** The type of a schema. `owner` is the named schema that it is a part of, but not in a member or an alternative. */
export function schemaType(schema: OpenApiSchema, printing: Printing, owner?: string): TypeText {
  if (schema === true) return UNKNOWN;
  if (schema === false) return NEVER;
  return keywordsType(asPrinted(schema, printing), printing, owner);
}

/** The schema with what is known of it from elsewhere. */
function asPrinted(schema: OpenApiSchemaObject, { discriminators }: Printing): OpenApiSchemaObject {
  return discriminators.withValue.get(schema) ?? openObject(schema);
}

function keywordsType(schema: OpenApiSchemaObject, printing: Printing, owner: string | undefined): TypeText {
  if (schema.$ref !== undefined) return referenceType(schema.$ref);
  if (schema.const !== undefined && schema.const !== null) return { code: literal(schema.const) };
  if (isEnum(schema)) return enumType(schema);
  const type = composedType(schema, printing, owner);
  if (type === undefined) return orNullIf(schema.nullable, "type" in schema ? NOTHING_IN_IT : undefined);
  return orNullIf(schema.nullable, type);
}

function orNullIf(nullable: boolean | undefined, type: TypeText = UNKNOWN): TypeText {
  return nullable && type !== UNKNOWN ? orNull(type) : type;
}

function isEnum(schema: OpenApiSchemaObject): schema is OpenApiSchemaObject & { enum: Json[] } {
  return schema.enum !== undefined && !("properties" in schema) && !("additionalProperties" in schema);
}

function enumType({ enum: values, nullable, type }: OpenApiSchemaObject & { enum: Json[] }): TypeText {
  const types = values.map((value) => (value === null ? NULL : { code: literal(value) }));
  return unionOf(nullable || (Array.isArray(type) && type.includes("null")) ? [...types, NULL] : types);
}

/** What the schema says itself and in `allOf`, in `anyOf` and in `oneOf`; nothing when it says nothing. */
function composedType(
  schema: OpenApiSchemaObject,
  printing: Printing,
  owner: string | undefined,
): TypeText | undefined {
  const own = ownType(schema, printing, owner);
  const parts = (schema.allOf ?? []).map((part) => partType(part, schema.required ?? [], printing, owner));
  let type: TypeText | undefined;
  if (own ?? parts[0]) type = intersectionOf([...some(own), ...(parts.length > 0 ? [intersectionOf(parts)] : [])]);
  const anyOf = (schema.anyOf ?? []).map((item) => schemaType(item, printing));
  if (anyOf.length > 0) type = unionOf([...some(type), ...anyOf]);
  const oneOf = (schema.oneOf ?? []).map((item) => schemaType(item, printing));
  if (oneOf.length === 0) return type;
  const isPrimitive = oneOf.every(({ form }) => form === "primitive");
  return isPrimitive ? unionOf([...some(type), ...oneOf]) : intersectionOf([...some(type), unionOf(oneOf)]);
}

function some(type: TypeText | undefined): TypeText[] {
  return type ? [type] : [];
}

/** What the schema says without what it is put together from. */
function ownType(schema: OpenApiSchemaObject, printing: Printing, owner: string | undefined): TypeText | undefined {
  const { type } = schema;
  if (Array.isArray(type)) return unionOf(typesIn(type, schema, printing, owner));
  if (type === "array") return listType(schema, printing, owner);
  if (type !== undefined && Object.hasOwn(PRIMITIVES, type)) return PRIMITIVES[type];
  return objectType(schema, printing.discriminators, owner, (inner, isMember) =>
    schemaType(inner, printing, isMember ? undefined : owner),
  );
}

function typesIn(
  types: string[],
  schema: OpenApiSchemaObject,
  printing: Printing,
  owner: string | undefined,
): TypeText[] {
  const { oneOf, ...others } = schema;
  return types.flatMap((type): TypeText[] => {
    const isSaidAgain = type in PRIMITIVES && oneOf?.some((item) => typeof item === "object" && item.type === type);
    if (isSaidAgain) return [];
    return type === "null" ? [NULL] : [keywordsType({ ...others, type }, printing, owner)];
  });
}

function listType(schema: OpenApiSchemaObject, printing: Printing, owner: string | undefined): TypeText {
  const { items, prefixItems } = schema;
  if (prefixItems) return { code: `[${prefixItems.map((item) => schemaType(item, printing, owner).code).join(", ")}]` };
  return arrayOf(items ? schemaType(items, printing, owner) : UNKNOWN);
}

/** A part of `allOf`, in which the members that the whole requires are required. */
function partType(
  part: OpenApiSchema,
  required: readonly string[],
  printing: Printing,
  owner: string | undefined,
): TypeText {
  if (typeof part !== "object") return schemaType(part, printing, owner);
  const type =
    part.$ref === undefined ? wholePartType(part, required, printing, owner) : requiring(part.$ref, required, printing);
  const own = part.$ref === undefined ? undefined : printing.discriminators.byName.get(schemaName(part.$ref));
  const discriminator = own ?? part.discriminator;
  return discriminator ? { code: `Omit<${type.code}, ${quote(discriminator.propertyName)}>` } : type;
}

function wholePartType(
  part: OpenApiSchemaObject,
  required: readonly string[],
  printing: Printing,
  owner: string | undefined,
): TypeText {
  const whole = asPrinted(part, printing);
  return keywordsType({ ...whole, required: [...required, ...(whole.required ?? [])] }, printing, owner);
}

function requiring(reference: string, required: readonly string[], printing: Printing): TypeText {
  const type = referenceType(reference);
  const isSettled = required.length === 0 || printing.discriminators.hasValue.has(schemaName(reference));
  const properties = isSettled ? {} : propertiesBehind(reference, printing);
  const names = required.filter((name) => Object.hasOwn(properties, name) && properties[name]);
  if (names.length === 0) return type;
  printing.usesWithRequired = true;
  return { code: `WithRequired<${type.code}, ${names.map(quote).join(" | ")}>` };
}

/** The members of what a reference leads to; none of what may be null, which cannot be made to have them. */
function propertiesBehind(reference: string, printing: Printing): Record<string, OpenApiSchema> {
  const target = valueAt(printing.document as unknown as JsonObject, parseReference(reference) ?? []);
  if (typeof target !== "object" || target === null) return {};
  const schema = asPrinted(target as OpenApiSchemaObject, printing);
  if (schema.$ref !== undefined) return propertiesBehind(schema.$ref, printing);
  const mayBeNull = schema.nullable === true || (Array.isArray(schema.type) && schema.type.includes("null"));
  return mayBeNull ? {} : (schema.properties ?? {});
}
