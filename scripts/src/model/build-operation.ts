import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiPathItem } from "../spec/openapi.ts";
import type { Located } from "../spec/references.ts";
import { capitalize, isIdentifier, operationNameOf } from "../text/identifier.ts";
import { buildBody } from "./body.ts";
import { proseOf, resolveSchema, type ModelContext } from "./model-context.ts";
import { METHODS, rateLimitOf } from "./conventions.ts";
import type { Input, BulkInput, Operation } from "./model.ts";
import { buildParameters } from "./parameters.ts";
import { isPathTemplate } from "./path-template.ts";
import { buildSuccess, findPaging } from "./success.ts";
import { indexedAccess, typeOf } from "./type-of.ts";

/** Builds one operation without `invalidates`, which depends on the other operations. */
export function buildOperation(
  context: ModelContext,
  pathItem: OpenApiPathItem,
  operation: OpenApiOperation,
  at: Path,
): Operation {
  const [, path = "", key = ""] = at.map(String);
  const method = key.toUpperCase();
  const { operationId = "" } = operation;
  const id = operationNameOf(operationId);
  const typeName = capitalize(id);
  checkId(context, operation.operationId, id, at);
  checkPath(context, path, method, at);
  const parameters = buildParameters(context, id, pathItem, operation, at);
  const body = buildBody(context, id, operation, at);
  const success = buildSuccess(context, id, operation, at);
  const inputs = mergeInputs(context, [...parameters, ...(body?.inputs ?? [])]);
  return {
    id,
    originalId: id === operationId ? undefined : operationId,
    typeName,
    method,
    path,
    doc: proseOf(operation),
    inputs,
    body: body?.body,
    success,
    paging: findPaging(context, operation, inputs, success, at),
    bulk: findBulkInput(context, inputs, typeName),
    rateLimit: rateLimitOf(operation, at, context.warn),
    idempotent: operation["x-idempotent"],
    invalidates: [],
    auditEvents: operation["x-audit-events"] ?? [],
  };
}

function checkId({ report }: ModelContext, operationId: string | undefined, id: string, at: Path): void {
  if (operationId === undefined) {
    report(at, "The operation has no `operationId`", "Add one, such as `listUsers`; it names the generated function");
  } else if (!isIdentifier(id)) {
    const reason = `The operationId ${JSON.stringify(operationId)} is not a valid function name`;
    report(
      [...at, "operationId"],
      reason,
      "Use ASCII letters and digits, start with a letter, and avoid JavaScript's reserved words",
    );
  }
}

function checkPath({ report }: ModelContext, path: string, method: string, at: Path): void {
  if (!isPathTemplate(path)) {
    const reason = `${JSON.stringify(path)} is not a valid path`;
    report(at.slice(0, -1), reason, "Start with a slash, close every brace, and remove any query or fragment");
  }
  if (!METHODS.includes(method)) {
    report(at, `The method ${method} is not supported`, `Use one of ${METHODS.join(", ")}`);
  }
}

/** Merges all inputs of an operation into one list. Their names must be unique because callers pass one object. */
function mergeInputs({ report }: ModelContext, inputs: readonly Located<Input>[]): Input[] {
  const merged = new Map<string, Input>();
  for (const { value: input, at } of inputs) {
    const other = merged.get(input.name);
    if (other) {
      const reason = `Two inputs are named \`${input.name}\`: one in the ${other.in}, one in the ${input.in}`;
      report(at, reason, "Rename one of them, because callers pass all inputs in one object");
    }
    if (input.name === "__proto__") report(at, "`__proto__` is not allowed as a name", "Choose another name");
    merged.set(input.name, input);
  }
  return [...merged.values()];
}

/** Returns the only required input of an operation if it is an array, so that `bulk` can split it. */
function findBulkInput(
  { document, readWrite }: ModelContext,
  inputs: readonly Input[],
  typeName: string,
): BulkInput | undefined {
  const [input, ...others] = inputs.filter(({ required }) => required);
  if (input === undefined || others.length > 0 || input.in === "header") return undefined;
  const { type, items } = resolveSchema(document, input.schema);
  if (type !== "array") return undefined;
  return {
    field: input.name,
    itemType: typeOf(
      items ?? true,
      `NonNullable<${indexedAccess(`${typeName}Input`, input.name)}>[number]`,
      readWrite.names,
    ),
  };
}
