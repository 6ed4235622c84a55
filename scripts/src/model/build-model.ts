import { throwIfAny, type Source } from "../load.ts";
import { METHOD_KEYS, type MethodKey } from "../spec/openapi.ts";
import type { Problem } from "../spec/spec-error.ts";
import { typeNameOf } from "../text/identifier.ts";
import type { ValidDocument } from "../validate/normalize-references.ts";
import { buildOperation } from "./build-operation.ts";
import { proseOf, type ModelContext, type LocatedOperation } from "./model-context.ts";
import { checkNames, writableNameOf } from "./generated-names.ts";
import type { Model, Schema } from "./model.ts";
import { findReadWrite } from "./members.ts";
import { buildServers, isTokenRequired } from "./servers.ts";
import { createInvalidationFinder, readInvalidatesOverride } from "./invalidations.ts";

/** A model and the problems found while building it. The model is complete only if `problems` is empty. */
export interface BuiltModel {
  model: Model;
  problems: Problem[];
}

/**
 * Builds the model of a validated document: the operations and schemas that all emitters read.
 *
 * @throws {SpecErrors} If the document has an unsupported feature or a name collision.
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
  const context: ModelContext = {
    document,
    readWrite: findReadWrite(document),
    report: (at, reason, fix) => problems.push({ at, reason, fix }),
    warn: (at, reason, fix) => warnings.push({ at, reason, fix }),
  };
  const located = buildOperations(context);
  const operations = located.map(({ operation }) => operation);
  const findInvalidations = createInvalidationFinder(context, operations);
  for (const { operation, at, override } of located) {
    operation.invalidates = override
      ? readInvalidatesOverride(context, operation, operations, override, at)
      : findInvalidations(operation, at);
  }
  const schemas = buildSchemas(context);
  checkNames(context, located, schemas);
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

function isMethodKey(key: string): key is MethodKey {
  return (METHOD_KEYS as readonly string[]).includes(key);
}

function buildSchemas({ document, readWrite }: ModelContext): Schema[] {
  return Object.entries(document.components?.schemas ?? {}).map(([name, schema]): Schema => {
    const typeName = typeNameOf(name);
    const writableTypeName = readWrite.names.has(name) ? writableNameOf(typeName) : undefined;
    return { name, typeName, writableTypeName, schema, doc: proseOf({}, schema) };
  });
}
