import { discriminatorValues } from "../schema/discriminator.ts";
import { onlyDirection, partsOf, type Direction } from "../schema/members.ts";
import type { Model } from "../model/model.ts";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { componentName } from "../spec/references.ts";
import { withSafePatterns } from "../schema/pattern-problem.ts";
import { upgradeFrom30 } from "../schema/upgrade-from-30.ts";

const SCHEMA_KEYWORDS =
  "additionalProperties contains if items not propertyNames unevaluatedItems unevaluatedProperties";
const SCHEMA_LIST_KEYWORDS = "prefixItems";
const SCHEMA_MAP_KEYWORDS = "dependentSchemas patternProperties";
/** Keywords whose schemas apply to the same value as the keyword. */
const PART_KEYWORDS = "else then";
const PART_LIST_KEYWORDS = "allOf anyOf oneOf";
const DATA_KEYWORDS =
  "const contentEncoding contentMediaType default dependentRequired enum examples exclusiveMaximum exclusiveMinimum format " +
  "maxContains maxItems maxLength maxProperties maximum minContains minItems minLength minProperties minimum multipleOf " +
  "pattern required type uniqueItems";

/** The members that the values of a schema do not have: read-only ones in requests, write-only ones in responses. */
type OmittedMembers = ReadonlySet<string>;

/** Converts the value of a keyword. */
type Converter = (value: Json, schemas: SchemaConverter, omitted: OmittedMembers) => Json;

/** The converter of each supported keyword. All other keywords, such as descriptions, are dropped. */
const CONVERTERS: ReadonlyMap<string, Converter> = new Map([
  ...keywords(SCHEMA_KEYWORDS, (value, schemas) => schemas.convert(value)),
  ...keywords(SCHEMA_LIST_KEYWORDS, (value, schemas) => mapItems(value, (item) => schemas.convert(item))),
  ...keywords(SCHEMA_MAP_KEYWORDS, (value, schemas) => mapValues(value, (item) => schemas.convert(item))),
  ...keywords(PART_KEYWORDS, (value, schemas, omitted) => schemas.convert(value, omitted)),
  ...keywords(PART_LIST_KEYWORDS, (value, schemas, omitted) =>
    mapItems(value, (item) => schemas.convert(item, omitted)),
  ),
  ...keywords(DATA_KEYWORDS, (value) => value),
  ["properties", (value, schemas) => mapValues(value, (member) => schemas.convertMember(member))],
  ["$ref", (value, schemas) => schemas.referenceTo(String(value))],
]);

const NONE: OmittedMembers = new Set();

/**
 * Converts the schemas of a document to JSON Schema 2020-12.
 *
 * - `readOnly` members of requests and `writeOnly` members of responses are not required, accept any value and keep their marker.
 *   All other members lose their marker.
 * - A pattern that is not safe to match is left out.
 * - A `discriminator` becomes an `enum` in each alternative.
 * - The OpenAPI 3.0 keywords `nullable`, `example` and boolean `exclusiveMinimum` and `exclusiveMaximum` are converted.
 */
export class SchemaConverter {
  readonly #document: OpenApiDocument;
  readonly #direction: Direction;
  /** The key of each named schema. */
  readonly #keys: ReadonlyMap<string, string>;
  /** The start of the references to named schemas. */
  readonly #prefix: string;
  /** The references that are being replaced with their target, to detect cycles. */
  readonly #inlined: string[] = [];

  /** @param prefix the start of the references to named schemas */
  constructor({ document, schemas }: Pick<Model, "document" | "schemas">, direction: Direction, prefix = "#/schemas/") {
    this.#document = document;
    this.#prefix = prefix;
    this.#direction = direction;
    this.#keys = new Map(
      schemas.map(({ name, typeName, writableTypeName }) => [
        name,
        direction === "write" ? (writableTypeName ?? typeName) : typeName,
      ]),
    );
  }

  /** Converts a schema. `inherited` contains the omitted members of the schemas that it is a part of. */
  convert(schema: Json | OpenApiSchema, inherited = NONE): Json {
    if (!isObject(schema as Json)) return schema as Json;
    return this.#convertObject(schema as JsonObject, inherited);
  }

  /** Converts a member of an object. A member that only the other direction has accepts any value. */
  convertMember(member: Json): Json {
    if (!this.#isOmitted(member as OpenApiSchema)) return this.convert(member);
    return this.#direction === "write" ? { readOnly: true } : { writeOnly: true };
  }

  /** Returns a reference to a named schema. */
  referenceTo(reference: string): string {
    return `${this.#prefix}${this.#keys.get(componentName(reference))}`;
  }

  #convertObject(schema: JsonObject, inherited: OmittedMembers): Json {
    const { $ref, discriminator, oneOf } = schema;
    if (typeof $ref === "string" && this.#requiresAny($ref, inherited)) return this.#convertTarget($ref, inherited);
    if (isObject(discriminator) && Array.isArray(oneOf)) {
      return this.convert(this.#expandDiscriminator(schema, discriminator, oneOf), inherited);
    }
    const omitted = $ref === undefined ? this.#omittedIn(schema, inherited) : inherited;
    const supported =
      $ref === undefined ? withRequired(withSafePatterns(schema), omitted) : keepReferenceKeywords(schema);
    const converted: JsonObject = {};
    for (const [keyword, value] of Object.entries(upgradeFrom30(supported))) {
      const convertValue = CONVERTERS.get(keyword);
      if (convertValue) converted[keyword] = convertValue(value, this, omitted);
    }
    return converted;
  }

  #omittedIn(schema: JsonObject, inherited: OmittedMembers): OmittedMembers {
    const members = partsOf(this.#document, schema as OpenApiSchema).flatMap(({ properties = {} }) =>
      Object.entries(properties),
    );
    const names = members.filter(([, member]) => this.#isOmitted(member)).map(([name]) => name);
    return names.length === 0 ? inherited : new Set([...inherited, ...names]);
  }

  #isOmitted(member: OpenApiSchema): boolean {
    return (onlyDirection(this.#document, member) ?? this.#direction) !== this.#direction;
  }

  /** Returns whether a referenced schema requires a member that only the schemas around the reference omit. */
  #requiresAny(reference: string, inherited: OmittedMembers): boolean {
    if (inherited.size === 0 || this.#inlined.includes(reference)) return false;
    const target = { $ref: reference };
    const own = this.#omittedIn(target, NONE);
    const required = partsOf(this.#document, target).flatMap((part) => part.required ?? []);
    return required.some((name) => inherited.has(name) && !own.has(name));
  }

  /** Converts the target of a reference in place, because the schema of that name requires members that are omitted here. */
  #convertTarget(reference: string, inherited: OmittedMembers): Json {
    const [target] = partsOf(this.#document, { $ref: reference });
    this.#inlined.push(reference);
    const converted = this.convert(target ?? true, inherited);
    this.#inlined.pop();
    return converted;
  }

  /** Expresses a discriminator in JSON Schema: each alternative requires one of its values. */
  #expandDiscriminator({ ...schema }: JsonObject, discriminator: JsonObject, oneOf: readonly Json[]): JsonObject {
    const propertyName = String(discriminator["propertyName"]);
    const alternatives = oneOf.map((alternative): Json => {
      const reference = isObject(alternative) ? alternative["$ref"] : undefined;
      if (typeof reference !== "string") return alternative;
      const values = discriminatorValues(this.#document, discriminator, reference) ?? [componentName(reference)];
      return { allOf: [alternative, { required: [propertyName], properties: { [propertyName]: { enum: values } } }] };
    });
    delete schema["discriminator"];
    return { ...schema, oneOf: alternatives };
  }
}

/** Converts the named schemas of a model. A schema whose request type differs has a definition for responses and one for requests. */
export function convertNamedSchemas(
  model: Pick<Model, "document" | "schemas">,
  prefix?: string,
): [name: string, Json][] {
  const [read, write] = [new SchemaConverter(model, "read", prefix), new SchemaConverter(model, "write", prefix)];
  return model.schemas.flatMap(({ typeName, writableTypeName, schema }): [string, Json][] => {
    const definition: [string, Json] = [typeName, read.convert(schema)];
    return writableTypeName === undefined ? [definition] : [definition, [writableTypeName, write.convert(schema)]];
  });
}

/** Keeps `$ref` and the keywords that have an effect next to it. */
function keepReferenceKeywords(schema: JsonObject): JsonObject {
  const kept = Object.entries(schema).filter(([keyword]) =>
    ["$ref", "default", "example", "examples"].includes(keyword),
  );
  return Object.fromEntries(kept);
}

function withRequired(schema: JsonObject, omitted: OmittedMembers): JsonObject {
  const { required, ...others } = schema;
  if (!Array.isArray(required) || !required.some((name) => omitted.has(String(name)))) return schema;
  const kept = required.filter((name) => !omitted.has(String(name)));
  return kept.length === 0 ? others : { ...schema, required: kept };
}

function keywords(names: string, convertValue: Converter): [string, Converter][] {
  return names.split(" ").map((name) => [name, convertValue]);
}

function mapItems(value: Json, change: (item: Json) => Json): Json {
  return Array.isArray(value) ? value.map((item) => change(item)) : value;
}

function mapValues(value: Json, change: (member: Json) => Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]));
}
