import type { Source } from "../load.ts";
import type { Path } from "../spec/json.ts";
import { METHODS, type Method, type OpenApiDocument } from "../spec/openapi.ts";
import type { SpecError } from "../spec/spec-error.ts";
import { SpecErrors } from "../spec/spec-errors.ts";
import { buildOperation } from "./build-operation.ts";
import type { Building } from "./building.ts";
import { checkNames } from "./check-names.ts";
import type { Model, Operation, Schema } from "./model.ts";
import { prose } from "./prose.ts";
import { findStale, readOverride } from "./stale.ts";

/** Builds the list of operations and schemas that everything is generated from. @throws SpecErrors */
export function buildModel(source: Source, document: OpenApiDocument): Model {
  const errors: SpecError[] = [];
  const building: Building = { document, report: (...problem) => errors.push(source.errorAt(...problem)) };
  const placed = buildOperations(building);
  const operations = placed.map(({ operation }) => operation);
  for (const { operation, at, override } of placed) {
    operation.stale = override
      ? readOverride(building, operation, operations, override, at)
      : findStale(operation, operations);
  }
  const schemas = buildSchemas(document);
  checkNames(building, placed, schemas);
  if (errors.length > 0) throw new SpecErrors(errors);
  return { file: source.file, operations, schemas, document };
}

/** An operation, where it is written, and its `x-stale`. */
export interface PlacedOperation {
  operation: Operation;
  at: Path;
  override: string[] | undefined;
}

function buildOperations(building: Building): PlacedOperation[] {
  return Object.entries(building.document.paths).flatMap(([path, pathItem]) => {
    const methods = Object.keys(pathItem).filter((key): key is Method => (METHODS as readonly string[]).includes(key));
    return methods.flatMap((method) => {
      const written = pathItem[method];
      if (!written) return [];
      const at = ["paths", path, method];
      return [{ operation: buildOperation(building, pathItem, written, at), at, override: written["x-stale"] }];
    });
  });
}

function buildSchemas(document: OpenApiDocument): Schema[] {
  const schemas = Object.entries(document.components?.schemas ?? {});
  return schemas.map(([name, schema]) => ({ name, schema, ...prose({}, schema) }));
}
