import type { OpenApiSchema, OpenApiSchemaObject } from "../../spec/openapi.ts";
import { quote } from "../../text/quote.ts";
import { schemaName, type Discriminators } from "./discriminators.ts";
import { member, objectOf } from "./member.ts";
import { intersectionOf, UNKNOWN, unionOf, type TypeText } from "./type-text.ts";

type TypeOf = (schema: OpenApiSchema, isMember: boolean) => TypeText;

/** What the schema says about the members of an object; nothing when it says nothing. */
export function objectType(
  schema: OpenApiSchemaObject,
  discriminators: Discriminators,
  owner: string | undefined,
  typeOf: TypeOf,
): TypeText | undefined {
  const { properties = {}, required = [] } = schema;
  const members = Object.entries(properties).map(([name, property]) => {
    const doc = typeof property === "object" ? property : {};
    const options = { optional: !required.includes(name), readOnly: doc.readOnly === true, doc };
    return member(name, typeOf(property, true), options);
  });
  const all = [...discriminatingMember(schema, discriminators, owner), ...members];
  const others = otherMembers(schema, typeOf);
  const types = [
    ...(all.length > 0 ? [objectOf(all)] : []),
    ...(others ? [objectOf([`[key: string]: ${others.code};\n`])] : []),
  ];
  return types.length > 0 ? intersectionOf(types) : undefined;
}

/** The member that tells a schema from others that extend the same, when no mapping has its value. */
function discriminatingMember(schema: OpenApiSchemaObject, found: Discriminators, owner: string | undefined): string[] {
  if (owner === undefined || schema.discriminator || !(schema.allOf ?? schema.anyOf)) return [];
  const discriminator = found.byName.get(owner);
  if (!discriminator || found.hasValue.has(owner)) return [];
  const { propertyName, mapping = {} } = discriminator;
  const [value = owner] = Object.entries(mapping).find(([, target]) => schemaName(target) === owner) ?? [];
  return [member(propertyName, { code: quote(value) })];
}

/** The type of members that have no names of their own. */
function otherMembers(
  { additionalProperties, patternProperties }: OpenApiSchemaObject,
  typeOf: TypeOf,
): TypeText | undefined {
  const types: TypeText[] = [];
  if (typeof additionalProperties === "object" && Object.keys(additionalProperties).length > 0) {
    types.push(typeOf(additionalProperties, false));
  } else if (additionalProperties) types.push(UNKNOWN);
  types.push(...Object.values(patternProperties ?? {}).map((schema) => typeOf(schema, false)));
  return types.length > 0 ? unionOf(types) : undefined;
}
