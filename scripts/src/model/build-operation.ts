import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiPathItem } from "../spec/openapi.ts";
import type { Located } from "../spec/references.ts";
import { capitalize, isIdentifier, operationNameOf } from "../text/identifier.ts";
import { buildBody } from "./body.ts";
import { proseOf, resolveSchema, type Building } from "./model-context.ts";
import { METHODS, rateLimitOf } from "./conventions.ts";
import type { Input, List, Operation } from "./model.ts";
import { buildParameters } from "./parameters.ts";
import { isPathTemplate } from "./path-template.ts";
import { buildSuccess, findPage } from "./success.ts";
import { indexed, typeOf } from "./type-of.ts";

/** Builds one operation, all but what it makes stale, which depends on the others. */
export function buildOperation(
  building: Building,
  pathItem: OpenApiPathItem,
  operation: OpenApiOperation,
  at: Path,
): Operation {
  const [, path = "", key = ""] = at.map(String);
  const method = key.toUpperCase();
  const { operationId = "" } = operation;
  const id = operationNameOf(operationId);
  const typeName = capitalize(id);
  checkId(building, operation.operationId, id, at);
  checkPath(building, path, method, at);
  const parameters = buildParameters(building, id, pathItem, operation, at);
  const body = buildBody(building, id, operation, at);
  const success = buildSuccess(building, id, operation, at);
  const inputs = mergeInputs(building, [...parameters, ...(body?.inputs ?? [])]);
  return {
    id,
    writtenId: id === operationId ? undefined : operationId,
    typeName,
    method,
    path,
    doc: proseOf(operation),
    inputs,
    body: body?.body,
    success,
    page: findPage(building, operation, inputs, success, at),
    list: findList(building, inputs, typeName),
    limit: rateLimitOf(operation),
    idempotent: operation["x-idempotent"],
    stale: [],
    auditEvents: operation["x-audit-events"] ?? [],
  };
}

function checkId({ report }: Building, operationId: string | undefined, id: string, at: Path): void {
  if (operationId === undefined) {
    report(at, "The operation has no `operationId`", "Add one, such as `listUsers`: the function will be called so");
  } else if (!isIdentifier(id)) {
    const reason = `The operationId ${JSON.stringify(operationId)} cannot name a function`;
    report([...at, "operationId"], reason, "Use ASCII letters and digits, a letter first, and no word of the language");
  }
}

function checkPath({ report }: Building, path: string, method: string, at: Path): void {
  if (!isPathTemplate(path)) {
    const reason = `${JSON.stringify(path)} is not a path`;
    report(at.slice(0, -1), reason, "Begin with a slash, close each brace, leave out query and fragment");
  }
  if (!METHODS.includes(method)) {
    report(at, `The method ${method} is not supported`, `Use one of ${METHODS.join(", ")}`);
  }
}

/** Lays the inputs side by side; they share one object, so each needs a name of its own. */
function mergeInputs({ report }: Building, inputs: readonly Located<Input>[]): Input[] {
  const merged = new Map<string, Input>();
  for (const { value: input, at } of inputs) {
    const other = merged.get(input.name);
    if (other) {
      const reason = `Two inputs are called \`${input.name}\`: one in the ${other.in}, one in the ${input.in}`;
      report(at, reason, "Rename one of them: all inputs of an operation share one object");
    }
    if (input.name === "__proto__") report(at, "`__proto__` cannot be a name", "Choose another name");
    merged.set(input.name, input);
  }
  return [...merged.values()];
}

/** Finds the one required input of an operation, if it is a list. */
function findList({ document, readWrite }: Building, inputs: readonly Input[], typeName: string): List | undefined {
  const [input, ...others] = inputs.filter(({ required }) => required);
  if (input === undefined || others.length > 0 || input.in === "header") return undefined;
  const { type, items } = resolveSchema(document, input.schema);
  if (type !== "array") return undefined;
  return {
    input: input.name,
    itemType: typeOf(items ?? true, `NonNullable<${indexed(`${typeName}Input`, input.name)}>[number]`, readWrite.names),
  };
}
