import type { Source } from "../load.ts";
import { METHOD_KEYS, type MethodKey, type OpenApiDocument } from "../spec/openapi.ts";
import type { SpecError } from "../spec/spec-error.ts";
import { SpecErrors } from "../spec/spec-errors.ts";
import { typeNameOf } from "../text/identifier.ts";
import { buildOperation } from "./build-operation.ts";
import type { Building, PlacedOperation } from "./building.ts";
import { checkNames } from "./check-names.ts";
import type { Model, Schema } from "./model.ts";
import { proseOf } from "./prose.ts";
import { createStaleFinder, readOverride } from "./stale.ts";

/**
 * Builds the list of operations and schemas that everything is generated from.
 *
 * @throws {SpecErrors}
 */
export function buildModel(source: Source, document: OpenApiDocument): Model {
  const errors: SpecError[] = [];
  const building: Building = { document, report: (...problem) => errors.push(source.errorAt(...problem)) };
  const placed = buildOperations(building);
  const operations = placed.map(({ operation }) => operation);
  const findStale = createStaleFinder(operations);
  for (const { operation, at, override } of placed) {
    operation.stale = override ? readOverride(building, operation, operations, override, at) : findStale(operation);
  }
  const schemas = buildSchemas(document);
  checkNames(building, placed, schemas);
  if (errors.length > 0) throw new SpecErrors(errors);
  return { file: source.file, operations, schemas, document };
}

function buildOperations(building: Building): PlacedOperation[] {
  return Object.entries(building.document.paths).flatMap(([path, pathItem]) =>
    // In the order of the document.
    Object.keys(pathItem)
      .filter(isMethodKey)
      .flatMap((key) => {
        const written = pathItem[key];
        if (!written) return [];
        const at = ["paths", path, key];
        return [{ operation: buildOperation(building, pathItem, written, at), at, override: written["x-stale"] }];
      }),
  );
}

function isMethodKey(key: string): key is MethodKey {
  return (METHOD_KEYS as readonly string[]).includes(key);
}

function buildSchemas(document: OpenApiDocument): Schema[] {
  const schemas = Object.entries(document.components?.schemas ?? {});
  return schemas.map(([name, schema]) => ({ name, typeName: typeNameOf(name), schema, doc: proseOf({}, schema) }));
}
