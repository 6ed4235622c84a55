import { throwIfAny, type Source } from "../load.ts";
import type { Path } from "../spec/json.ts";
import { isMethodKey } from "../spec/openapi.ts";
import type { Problem } from "../spec/spec-error.ts";
import type { ValidDocument } from "../validate/normalize-references.ts";
import type { Reports } from "../names/claim-names.ts";
import { nameDocument } from "../names/document-names.ts";
import { buildOperation } from "./build-operation.ts";
import { proseOf, type ModelContext } from "./model-context.ts";
import type { Model, Operation, Schema } from "./model.ts";
import { findReadWrite } from "../schema/members.ts";
import { buildServers, isTokenRequired } from "./servers.ts";
import { createInvalidationFinder, readInvalidatesOverride } from "./invalidations.ts";

/** A model and the problems found while building it. The model is complete only if `problems` is empty. */
export interface BuiltModel {
  model: Model;
  problems: Problem[];
}

/** An operation with its path in the document and its `x-invalidates` override. */
interface LocatedOperation {
  operation: Operation;
  at: Path;
  override: string[] | undefined;
}

/**
 * Builds the model of a validated document: the operations and schemas that all emitters read.
 *
 * @throws {SpecErrors} If the document has an unsupported feature.
 */
export function buildModel(source: Source, valid: ValidDocument): Model {
  const { model, problems } = tryBuildModel(source.file, valid);
  throwIfAny(source, problems);
  return model;
}

/** Builds the model like {@link buildModel}, but returns the problems instead of throwing them. */
export function tryBuildModel(file: string, valid: ValidDocument): BuiltModel {
  const { document } = valid;
  const problems: Problem[] = [];
  const warnings = [...valid.warnings];
  const readWrite = findReadWrite(document);
  const reports: Reports = {
    report: (at, reason, fix) => problems.push({ at, reason, fix }),
    warn: (at, reason, fix) => warnings.push({ at, reason, fix }),
  };
  const names = nameDocument(document, readWrite, reports);
  const context: ModelContext = { document, readWrite, names, ...reports };
  const located = buildOperations(context);
  const operations = located.map(({ operation }) => operation);
  const findInvalidations = createInvalidationFinder(context, operations);
  for (const { operation, at, override } of located) {
    operation.invalidates = override
      ? readInvalidatesOverride(context, operation, operations, override, at)
      : findInvalidations(operation, at);
  }
  const schemas = buildSchemas(context);
  const servers = buildServers(context);
  const requiresToken = isTokenRequired(context);
  return { model: { file, servers, requiresToken, operations, schemas, warnings, document }, problems };
}

function buildOperations(context: ModelContext): LocatedOperation[] {
  return Object.entries(context.document.paths).flatMap(([path, pathItem]) =>
    // Object.keys keeps the order of the document.
    Object.keys(pathItem)
      .filter(isMethodKey)
      .flatMap((key) => {
        const operation = pathItem[key];
        if (!operation) return [];
        const at = ["paths", path, key];
        return [
          { operation: buildOperation(context, pathItem, operation, at), at, override: operation["x-invalidates"] },
        ];
      }),
  );
}

function buildSchemas({ document, readWrite, names }: ModelContext): Schema[] {
  return Object.entries(document.components?.schemas ?? {}).map(([name, schema]): Schema => {
    const typeName = names.readType(name);
    const writableTypeName = readWrite.names.has(name) ? names.writeType(name) : undefined;
    return { name, typeName, writableTypeName, schema, doc: proseOf({}, schema) };
  });
}
