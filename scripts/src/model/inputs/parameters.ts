import type { Path } from "../../spec/json.ts";
import type { OpenApiOperation, OpenApiParameter, OpenApiPathItem, OrReference } from "../../spec/openapi.ts";
import type { Located } from "../../spec/references.ts";
import { proseOf, type ModelContext } from "../model-context.ts";
import type { Input } from "../model.ts";
import { checkParts } from "./check-parts.ts";
import { inputParameters } from "./input-parameters.ts";
import { checkSerialization, queryStyleOf } from "./query-style.ts";
import { templateParameters } from "../path-template.ts";
import { indexedAccess, typeOf } from "../type-of.ts";

/** Headers that OpenAPI ignores as parameters (OpenAPI 3.1, 4.8.12). */
const IGNORED_HEADERS = ["accept", "authorization", "content-type"];

/** Headers that `fetch` forbids, or that apply to the connection only. */
const FORBIDDEN_HEADERS =
  "connection content-length cookie expect host keep-alive te trailer transfer-encoding upgrade via".split(" ");

/** A valid header name (RFC 9110, 5.6.2). */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Builds the inputs of an operation from its path, query and header parameters, in that order. */
export function buildParameters(
  context: ModelContext,
  id: string,
  pathItem: OpenApiPathItem,
  operation: OpenApiOperation,
  at: Path,
): Located<Input>[] {
  const parameters = [
    ...resolveParameters(context, pathItem.parameters, at.slice(0, -1)),
    ...resolveParameters(context, operation.parameters, at),
  ];
  // A parameter of the operation overrides one of the path item.
  const effective = [...new Map(parameters.map((parameter) => [keyOf(parameter.value), parameter])).values()];
  for (const parameter of effective) checkParameter(context, parameter);
  checkTemplate(
    context,
    effective.filter(({ value }) => value.in === "path"),
    at,
  );
  return (["path", "query", "header"] as const).flatMap((location) => {
    const located = effective.filter(({ value }) => value.in === location);
    const allOptional = location !== "path" && located.every(({ value }) => !value.required);
    const locationType = indexedAccess("operations", id, "parameters", location);
    const owner = allOptional ? `NonNullable<${locationType}>` : locationType;
    return located
      .filter(({ value }) => !isIgnoredHeader(value))
      .map(({ value, at: parameterPath }) => ({ value: inputOf(context, value, location, owner), at: parameterPath }));
  });
}

function inputOf(
  { document, readWrite, names }: ModelContext,
  parameter: OpenApiParameter,
  location: "path" | "query" | "header",
  owner: string,
): Input {
  const { name, schema = true } = parameter;
  const type = indexedAccess(owner, name);
  const style = queryStyleOf(document, parameter);
  return {
    name,
    doc: proseOf(parameter, schema),
    in: location,
    required: location === "path" || parameter.required === true,
    schema,
    type: typeOf(schema, readWrite.differs(schema) ? `Writable<${type}>` : type, names.writeType),
    ...(style && { style }),
  };
}

/** Resolves the parameters of a path item or an operation. Reports parameters with the same name. */
function resolveParameters(
  context: ModelContext,
  parameters: readonly OrReference<OpenApiParameter>[] | undefined,
  at: Path,
): Located<OpenApiParameter>[] {
  const keys = new Set<string>();
  return inputParameters(context.document, parameters, at).map((parameter) => {
    const { value, parts } = parameter;
    const key = keyOf(value);
    if (parts.length > 0) checkParts(context, parameter);
    if (keys.has(key)) {
      context.report(parameter.at, `The parameter \`${value.name}\` is not unique`, "Remove one of the two");
    }
    keys.add(key);
    return parameter;
  });
}

function keyOf(parameter: OpenApiParameter): string {
  const { in: location, name } = parameter;
  return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}

/** Returns whether a parameter is a header that OpenAPI ignores. */
function isIgnoredHeader({ in: location, name }: OpenApiParameter): boolean {
  return location === "header" && IGNORED_HEADERS.includes(name.toLowerCase());
}

/** Reports a parameter that the client cannot send. */
function checkParameter(context: ModelContext, { value: parameter, at }: Located<OpenApiParameter>): void {
  const { report, warn } = context;
  const { name, in: location, schema } = parameter;
  if (isIgnoredHeader(parameter)) return;
  if (location === "cookie") {
    const reason = `The parameter \`${name}\` is a cookie, which the client does not send`;
    if (parameter.required) report(at, reason, "Make it optional, or move it to a header or the query");
    else warn(at, `${reason}, so it is ignored`, "Move it to a header or the query if callers need it");
  } else if (location !== "path" && location !== "query" && location !== "header") {
    report(at, `The parameter location \`${location}\` is not supported`, "Use `path`, `query` or `header`");
  } else if (schema === undefined) {
    report(at, `The parameter \`${name}\` has no schema`, "Add a schema, because `content` is not supported");
  } else {
    checkSerialization(context, { value: parameter, at });
    if (location === "header") checkHeader(context, name, at);
  }
}

function checkHeader({ report }: ModelContext, name: string, at: Path): void {
  if (!HEADER_NAME.test(name)) {
    report(at, `${JSON.stringify(name)} is not a valid header name`, "Use letters, digits and hyphens");
  } else if (FORBIDDEN_HEADERS.includes(name.toLowerCase())) {
    report(at, `The header ${name} cannot be set by a caller`, "Remove the parameter");
  }
}

/** Reports path parameters that are missing in the template, and template names without a parameter. */
function checkTemplate({ report }: ModelContext, declared: readonly Located<OpenApiParameter>[], at: Path): void {
  const path = String(at[1]);
  const template = templateParameters(path);
  for (const { value, at: parameterPath } of declared) {
    if (template.includes(value.name)) continue;
    report(parameterPath, `The path ${path} has no {${value.name}}`, "Add it to the path, or remove the parameter");
  }
  for (const name of template) {
    if (declared.some(({ value }) => value.name === name)) continue;
    report(
      at,
      `The path has {${name}}, but the operation has no such parameter`,
      `Add a parameter \`${name}\` with \`in: path\``,
    );
  }
}
