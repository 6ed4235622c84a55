import { SHARED_SCHEMAS } from "../model/conventions.ts";
import {
  GENERATED_NAMES,
  operationNames,
  schemaNames,
  writableNameOf,
  type OperationNames,
} from "./generated-names.ts";
import type { ReadWrite } from "../schema/members.ts";
import type { Path } from "../spec/json.ts";
import { METHOD_KEYS, type OpenApiDocument, type OpenApiOperation } from "../spec/openapi.ts";
import {
  capitalize,
  compareCodeUnits,
  isIdentifier,
  isTypeIdentifier,
  operationNameOf,
  routeNameOf,
  typeNameOf,
} from "../text/identifier.ts";
import { claimNames, type NameRequest, type Reports } from "./claim-names.ts";
import { ownExports } from "./own-exports.ts";

/** The names of everything that the generator exports. */
export interface DocumentNames {
  /** Returns the function name of the operation at a path in the document. */
  operation(at: Path): string;
  /** Returns the type of a schema in responses. */
  readType(schema: string): string;
  /** Returns the type of a schema in requests. */
  writeType(schema: string): string;
}

/** An operation in the document. */
interface Declared {
  at: Path;
  operation: OpenApiOperation;
}

/**
 * Names all operations and schemas of a document. Values and types never share a name, because the client exports both.
 *
 * The priorities do not depend on the order of the document:
 * 1. names that the packages export or generated files import
 * 2. operations
 * 3. schemas
 *
 * Among operations and among schemas, unchanged names come first, then shorter names, then the order of code units decides.
 */
export function nameDocument(document: OpenApiDocument, readWrite: ReadWrite, reports: Reports): DocumentNames {
  const owners = reservedNames();
  const operations = nameOperations(document, owners, reports);
  for (const name of SHARED_SCHEMAS) owners.delete(name);
  const types = nameSchemas(document, readWrite, owners, reports);
  const readType = (schema: string): string => types.get(schema) ?? typeNameOf(schema);
  return {
    operation: (at) => operations.get(keyOf(at)) ?? "",
    readType,
    writeType: (schema) => (readWrite.names.has(schema) ? writableNameOf(readType(schema)) : readType(schema)),
  };
}

/** Returns the names that operations cannot have, each with a text for messages. */
function reservedNames(): Map<string, string> {
  return new Map([
    ...GENERATED_NAMES.map((name): [string, string] => [name, "a name in the generated code"]),
    ...SHARED_SCHEMAS.map((name): [string, string] => [name, "a schema that the packages use"]),
    ...Array.from(ownExports(), ([name, owner]): [string, string] => [name, `an export of ${owner}`]),
  ]);
}

function nameOperations(document: OpenApiDocument, owners: Map<string, string>, reports: Reports): Map<string, string> {
  const requests = new Map<NameRequest, Declared>();
  for (const declared of uniqueOperations(declaredOperations(document), reports)) {
    const request = operationRequest(declared);
    requests.set(request, declared);
    if (!declared.operation.operationId && declared.operation["x-name"] === undefined) {
      const reason = `The operation has no \`operationId\`, so its name is derived from its path: \`${request.base}\``;
      reports.warn(declared.at, reason, "Add an `operationId`, or set `x-name`");
    }
  }
  const names = claimNames(byPriority([...requests.keys()]), owners, reports);
  return new Map(Array.from(names, ([request, name]) => [keyOf(requests.get(request)?.at ?? []), name]));
}

function operationRequest({ at, operation }: Declared): NameRequest {
  const [, path = "", method = ""] = at.map(String);
  const { operationId, "x-name": chosen } = operation;
  const route = `${method.toUpperCase()} ${path}`;
  const base = operationId ? operationNameOf(operationId, method, path) : routeNameOf(method, path);
  return {
    label: `operation \`${operationId || route}\``,
    original: operationId || base,
    at: () => at,
    chosen,
    base,
    suffix: "Operation",
    isValid: isIdentifier,
    namesOf: (id) => operationNames(toNames(id, method)),
  };
}

function toNames(id: string, method: string): OperationNames {
  return { id, typeName: capitalize(id), method: method.toUpperCase() };
}

/** Reports operations that have the operationId of another one (OpenAPI 3.1, 4.8.10). Returns the others. */
function uniqueOperations(operations: readonly Declared[], { report }: Reports): Declared[] {
  const ids = new Set<string>();
  return operations.filter(({ at, operation: { operationId } }) => {
    if (!operationId) return true;
    const isUnique = !ids.has(operationId);
    const reason = `The operationId \`${operationId}\` is not unique`;
    if (!isUnique) report([...at, "operationId"], reason, "Rename one of the operations");
    ids.add(operationId);
    return isUnique;
  });
}

function declaredOperations({ paths }: OpenApiDocument): Declared[] {
  return Object.entries(paths).flatMap(([path, pathItem]) =>
    METHOD_KEYS.flatMap((key) => {
      const operation = pathItem[key];
      return operation ? [{ at: ["paths", path, key], operation }] : [];
    }),
  );
}

function nameSchemas(
  { components }: OpenApiDocument,
  readWrite: ReadWrite,
  owners: Map<string, string>,
  reports: Reports,
): Map<string, string> {
  const requests = Object.entries(components?.schemas ?? {}).map(([name, schema]): NameRequest => ({
    label: `schema \`${name}\``,
    original: name,
    at: () => ["components", "schemas", name],
    chosen: typeof schema === "object" ? schema["x-name"] : undefined,
    base: typeNameOf(name),
    suffix: "Schema",
    isValid: isTypeIdentifier,
    namesOf: (typeName) => schemaNames(typeName, readWrite.names.has(name)),
  }));
  const names = claimNames(byPriority(requests), owners, reports);
  return new Map(Array.from(names, ([{ original }, name]) => [original, name]));
}

/** Sorts requests: unchanged names first, then shorter names, then by code units. */
function byPriority(requests: readonly NameRequest[]): NameRequest[] {
  return requests.toSorted(
    (a, b) =>
      Number(b.base === b.original) - Number(a.base === a.original) ||
      a.base.length - b.base.length ||
      compareCodeUnits(a.original, b.original) ||
      compareCodeUnits(a.label, b.label),
  );
}

function keyOf(at: Path): string {
  return JSON.stringify(at.slice(0, 3));
}
