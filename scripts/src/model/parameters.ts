import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiParameter, OpenApiPathItem, OrReference } from "../spec/openapi.ts";
import { follow, type Located } from "../spec/references.ts";
import type { Building } from "./building.ts";
import type { Input } from "./model.ts";
import { templateParameters } from "./path-template.ts";
import { proseOf } from "./prose.ts";
import { indexed, typeOf } from "./type-of.ts";

/** Headers that are the client's business; OpenAPI ignores parameters of these names. */
const CLIENT_HEADERS = ["accept", "authorization", "content-type"];

/** The path and query parameters of an operation, in that order, as inputs. */
export function buildParameters(
  building: Building,
  id: string,
  pathItem: OpenApiPathItem,
  operation: OpenApiOperation,
  at: Path,
): Located<Input>[] {
  const parameters = [
    ...locate(building, pathItem.parameters, at.slice(0, -1)),
    ...locate(building, operation.parameters, at),
  ];
  // A parameter of the operation replaces the one of its path.
  const inForce = [...new Map(parameters.map((parameter) => [keyOf(parameter.value), parameter])).values()];
  const inPath = inForce.filter(({ value }) => value.in === "path");
  const inQuery = inForce.filter(({ value }) => value.in === "query");
  checkTemplate(building, inPath, at);
  checkLocations(building, inForce);
  const allOptional = inQuery.every(({ value }) => !value.required);
  return [...inPath, ...inQuery].map(({ value: parameter, at: place }) => {
    const { name, in: location, schema = true } = parameter;
    const written = indexed("operations", id, "parameters", location);
    const owner = location === "query" && allOptional ? `NonNullable<${written}>` : written;
    const input: Input = {
      name,
      doc: proseOf(parameter, schema),
      in: location === "path" ? "path" : "query",
      required: location === "path" || parameter.required === true,
      schema,
      type: typeOf(schema, indexed(owner, name)),
    };
    return { value: input, at: place };
  });
}

/** The parameters of a path or of an operation, behind their references. */
function locate(
  { document, report }: Building,
  parameters: readonly OrReference<OpenApiParameter>[] = [],
  at: Path,
): Located<OpenApiParameter>[] {
  const keys = new Set<string>();
  return parameters.map((written, index) => {
    const place = [...at, "parameters", index];
    const { value } = follow(document, written, place);
    const key = keyOf(value);
    if (keys.has(key)) report(place, `The parameter \`${value.name}\` is there twice`, "Remove one");
    keys.add(key);
    // Beside a reference, a description replaces the one of the target.
    const { description = value.description } = written;
    return { value: description === undefined ? value : { ...value, description }, at: place };
  });
}

function keyOf(parameter: OpenApiParameter): string {
  return `${parameter.in} ${parameter.name}`;
}

function checkTemplate({ report }: Building, declared: readonly Located<OpenApiParameter>[], at: Path): void {
  const path = String(at[1]);
  const template = templateParameters(path);
  for (const { value, at: place } of declared) {
    if (template.includes(value.name)) continue;
    report(place, `The path ${path} has no {${value.name}}`, "Add it to the path, or remove the parameter");
  }
  for (const name of template) {
    if (declared.some(({ value }) => value.name === name)) continue;
    report(at, `No parameter describes {${name}} of the path`, `Add a parameter \`${name}\` with \`in: path\``);
  }
}

function checkLocations({ report }: Building, parameters: readonly Located<OpenApiParameter>[]): void {
  for (const { value, at } of parameters) {
    const { name, in: location, schema } = value;
    if (location === "path" || location === "query") {
      if (schema !== undefined) continue;
      report(at, `The parameter \`${name}\` has no schema`, "Add a schema; `content` is not supported yet");
    } else if (location === "header" || location === "cookie") {
      if (location === "header" && CLIENT_HEADERS.includes(name.toLowerCase())) continue;
      const reason = `The parameter \`${name}\` is in a ${location}, which is not supported yet`;
      report(at, reason, "Remove it, or put it in the path or the query");
    } else {
      report(at, `\`${location}\` is no place for a parameter`, "Put it in the path or the query");
    }
  }
}
