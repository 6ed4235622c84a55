import { throwIfAny, type Source } from "../load.ts";
import { METHOD_KEYS, type MethodKey, type OpenApiDocument } from "../spec/openapi.ts";
import type { Problem } from "../spec/spec-error.ts";
import { typeNameOf } from "../text/identifier.ts";
import { buildOperation } from "./build-operation.ts";
import { proseOf, type Building, type PlacedOperation } from "./model-context.ts";
import { checkNames, writableNameOf } from "./generated-names.ts";
import type { Model, Schema } from "./model.ts";
import { findReadWrite } from "./members.ts";
import { buildServers, findTokenNeed } from "./servers.ts";
import { createStaleFinder, readOverride } from "./invalidations.ts";

/** A model, and what stands in the way of generating from it. */
export interface BuiltModel {
  model: Model;
  problems: Problem[];
}

/**
 * Builds the list of operations and schemas that everything is generated from.
 *
 * @throws {SpecErrors}
 */
export function buildModel(source: Source, document: OpenApiDocument): Model {
  const { model, problems } = tryBuildModel(source.file, document);
  throwIfAny(source, problems);
  return model;
}

/** The same, for who wants to go on in spite of problems. The model is of use only when there are none. */
export function tryBuildModel(file: string, document: OpenApiDocument): BuiltModel {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const building: Building = {
    document,
    readWrite: findReadWrite(document),
    report: (at, reason, fix) => problems.push({ at, reason, fix }),
    warn: (at, reason, fix) => warnings.push({ at, reason, fix }),
  };
  const placed = buildOperations(building);
  const operations = placed.map(({ operation }) => operation);
  const findStale = createStaleFinder(operations);
  for (const { operation, at, override } of placed) {
    operation.stale = override ? readOverride(building, operation, operations, override, at) : findStale(operation);
  }
  const schemas = buildSchemas(building);
  checkNames(building, placed, schemas);
  const servers = buildServers(building);
  const requiresToken = findTokenNeed(building);
  return { model: { file, servers, requiresToken, operations, schemas, warnings, document }, problems };
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

function buildSchemas({ document, readWrite }: Building): Schema[] {
  return Object.entries(document.components?.schemas ?? {}).map(([name, schema]): Schema => {
    const typeName = typeNameOf(name);
    const writableTypeName = readWrite.names.has(name) ? writableNameOf(typeName) : undefined;
    return { name, typeName, writableTypeName, schema, doc: proseOf({}, schema) };
  });
}
