import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiParameter, OpenApiPathItem, OrReference } from "../spec/openapi.ts";
import { follow, type Located } from "../spec/references.ts";
import type { Building } from "./building.ts";
import { checkParameter, checkTemplate, isDescribedElsewhere } from "./check-parameters.ts";
import type { Input } from "./model.ts";
import { proseOf } from "./prose.ts";
import { indexed, typeOf } from "./type-of.ts";

/** The parameters of an operation that are inputs: those of the path, of the query and of headers, in that order. */
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
  for (const parameter of inForce) checkParameter(building, parameter);
  checkTemplate(
    building,
    inForce.filter(({ value }) => value.in === "path"),
    at,
  );
  return (["path", "query", "header"] as const).flatMap((location) => {
    const inPlace = inForce.filter(({ value }) => value.in === location);
    const allOptional = location !== "path" && inPlace.every(({ value }) => !value.required);
    const written = indexed("operations", id, "parameters", location);
    const owner = allOptional ? `NonNullable<${written}>` : written;
    return inPlace
      .filter(({ value }) => !isDescribedElsewhere(value))
      .map(({ value, at: place }) => ({ value: inputOf(building, value, location, owner), at: place }));
  });
}

function inputOf(
  { readWrite }: Building,
  parameter: OpenApiParameter,
  location: "path" | "query" | "header",
  owner: string,
): Input {
  const { name, schema = true } = parameter;
  const type = indexed(owner, name);
  return {
    name,
    doc: proseOf(parameter, schema),
    in: location,
    required: location === "path" || parameter.required === true,
    schema,
    type: typeOf(schema, readWrite.differs(schema) ? `Writable<${type}>` : type, readWrite.names),
  };
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
  const { in: location, name } = parameter;
  return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}
