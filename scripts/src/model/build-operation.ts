import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiPathItem } from "../spec/openapi.ts";
import { nameInputs } from "../names/name-inputs.ts";
import { capitalize } from "../text/identifier.ts";
import { buildBody } from "./inputs/body.ts";
import { resolveSchema } from "../schema/resolve-schema.ts";
import { proseOf, type ModelContext } from "./model-context.ts";
import { METHODS, rateLimitOf } from "./conventions.ts";
import type { Input, BulkInput, Operation } from "./model.ts";
import { buildParameters } from "./inputs/parameters.ts";
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
  const id = context.names.operation(at);
  const typeName = capitalize(id);
  checkPath(context, path, method, at);
  const parameters = buildParameters(context, id, pathItem, operation, at);
  const body = buildBody(context, id, operation, at);
  const success = buildSuccess(context, id, operation, at);
  const inputs = nameInputs(context, id, [...parameters, ...(body?.inputs ?? [])]);
  return {
    id,
    originalId: operationId === "" || id === operationId ? undefined : operationId,
    typeName,
    method,
    path,
    template: renameParameters(path, inputs),
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

function checkPath({ report }: ModelContext, path: string, method: string, at: Path): void {
  if (!isPathTemplate(path)) {
    const reason = `${JSON.stringify(path)} is not a valid path`;
    report(at.slice(0, -1), reason, "Start with a slash, close every brace, and remove any query or fragment");
  }
  if (!METHODS.includes(method)) {
    report(at, `The method ${method} is not supported`, `Use one of ${METHODS.join(", ")}`);
  }
}

/** Replaces the parameters of a path template with the names of their inputs. */
function renameParameters(path: string, inputs: readonly Input[]): string {
  const names = new Map(inputs.filter((input) => input.in === "path").map(({ name, wireName }) => [wireName, name]));
  return path.replace(/\{([^{}]*)\}/g, (parameter, wireName: string) => {
    const name = names.get(wireName);
    return name === undefined ? parameter : `{${name}}`;
  });
}

/** Returns the only required input of an operation if it is an array, so that `bulk` can split it. */
function findBulkInput(
  { document, names }: ModelContext,
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
      names.writeType,
    ),
  };
}
