import type { Json } from "../../spec/json.ts";
import type { Emitter } from "../emitter.ts";
import { SchemaConverter } from "../json-schema.ts";

/** Emits the OpenAPI document as JSON. References point to components, and unsupported parts that were skipped are missing. */
export const typesDocument: Emitter = {
  path: "packages/types/src/generated/openapi.json",
  emit: ({ document }) => JSON.stringify(document),
};

/** Emits a JSON Schema with a definition for each schema type. Types for requests that differ have their own definition. */
export const typesJsonSchemas: Emitter = {
  path: "packages/types/src/generated/json-schemas.json",
  emit(model) {
    const [read, write] = [new SchemaConverter(model, "read", PREFIX), new SchemaConverter(model, "write", PREFIX)];
    const definitions = model.schemas.flatMap(({ typeName, writableTypeName, schema }): [string, Json][] => {
      const definition: [string, Json] = [typeName, read.convert(schema)];
      return writableTypeName === undefined ? [definition] : [definition, [writableTypeName, write.convert(schema)]];
    });
    return JSON.stringify({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $comment: `Generated from ${model.file}.`,
      $defs: Object.fromEntries(definitions),
    });
  },
};

const PREFIX = "#/$defs/";
