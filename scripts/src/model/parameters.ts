import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiParameter, OpenApiPathItem } from "../spec/openapi.ts";
import { follow, type Located } from "../spec/references.ts";
import type { Building } from "./building.ts";
import type { Input } from "./model.ts";
import { prose } from "./prose.ts";
import { templateParameters } from "./path-template.ts";
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
  const parameters = collect(building, pathItem, operation, at);
  const isOptional = parameters.every(({ value }) => value.in !== "query" || !value.required);
  checkTemplate(building, parameters, at);
  return parameters.flatMap((located) => {
    const { value: parameter, at: place } = located;
    if (parameter.in !== "path" && parameter.in !== "query") {
      if (!isClientHeader(parameter)) building.report(place, ...unsupported(parameter));
      return [];
    }
    if (parameter.schema === undefined) {
      building.report(
        place,
        `The parameter \`${parameter.name}\` has no schema`,
        "Add one; `content` is not supported yet",
      );
      return [];
    }
    const inputs = indexed("operations", id, "parameters", parameter.in);
    const owner = parameter.in === "query" && isOptional ? `NonNullable<${inputs}>` : inputs;
    const input: Input = {
      ...prose(parameter, parameter.schema),
      name: parameter.name,
      in: parameter.in,
      required: parameter.in === "path" || parameter.required === true,
      schema: parameter.schema,
      type: typeOf(parameter.schema, indexed(owner, parameter.name)),
    };
    return [{ value: input, at: place }];
  });
}

/** The parameters of the path and of the operation; those of the operation replace those of the path. Path before query. */
function collect(
  building: Building,
  pathItem: OpenApiPathItem,
  operation: OpenApiOperation,
  at: Path,
): Located<OpenApiParameter>[] {
  const found = new Map<string, Located<OpenApiParameter>>();
  for (const [owner, place] of [[pathItem, at.slice(0, -1)] as const, [operation, at] as const]) {
    const own = new Set<string>();
    for (const [index, parameter] of (owner.parameters ?? []).entries()) {
      const written = [...place, "parameters", index];
      const { value } = follow(building.document, parameter, written);
      const key = `${value.in} ${value.name}`;
      if (own.has(key)) building.report(written, `The parameter \`${value.name}\` is there twice`, "Remove one");
      own.add(key);
      found.set(key, {
        value: {
          ...value,
          ...("$ref" in parameter && parameter.description ? { description: parameter.description } : {}),
        },
        at: written,
      });
    }
  }
  const all = [...found.values()];
  return [...all.filter(({ value }) => value.in === "path"), ...all.filter(({ value }) => value.in !== "path")];
}

function checkTemplate(building: Building, parameters: Located<OpenApiParameter>[], at: Path): void {
  const template = templateParameters(String(at[1]));
  const declared = parameters.filter(({ value }) => value.in === "path");
  for (const { value, at: place } of declared) {
    if (template.includes(value.name)) continue;
    building.report(place, `The path ${at[1]} has no {${value.name}}`, "Add it to the path, or remove the parameter");
  }
  for (const name of template) {
    if (declared.some(({ value }) => value.name === name)) continue;
    building.report(
      at,
      `The path has {${name}}, but no parameter describes it`,
      `Add a parameter \`${name}\` in: path`,
    );
  }
}

function isClientHeader({ in: location, name }: OpenApiParameter): boolean {
  return location === "header" && CLIENT_HEADERS.includes(name.toLowerCase());
}

function unsupported({ name, in: location }: OpenApiParameter): [reason: string, fix: string] {
  const known = location === "header" || location === "cookie";
  return known
    ? [
        `The parameter \`${name}\` is in a ${location}, which is not supported yet`,
        "Remove it, or put it in the path or the query",
      ]
    : [`The parameter \`${name}\` is in \`${location}\`, which does not exist`, "Put it in the path or the query"];
}
