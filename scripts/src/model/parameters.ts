import type { Path } from "../spec/json.ts";
import type {
  OpenApiDocument,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiPathItem,
  OpenApiSchema,
  OrReference,
} from "../spec/openapi.ts";
import { follow, type Located } from "../spec/references.ts";
import { proseOf, resolveSchema, type Building } from "./model-context.ts";
import type { Input } from "./model.ts";
import { templateParameters } from "./path-template.ts";
import { indexed, typeOf } from "./type-of.ts";

/** Headers that OpenAPI ignores as parameters, because other parts of a document describe them (OpenAPI 3.1, 4.8.12). */
const DESCRIBED_ELSEWHERE = ["accept", "authorization", "content-type"];

/** Headers that `fetch` does not let a caller set, or that belong to the connection. */
const FORBIDDEN =
  "connection content-length cookie expect host keep-alive te trailer transfer-encoding upgrade via".split(" ");

/** The characters of a header's name (RFC 9110, 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Builds the inputs of an operation from its parameters: of the path, the query and headers, in that order. */
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
  const effective = [...new Map(parameters.map((parameter) => [keyOf(parameter.value), parameter])).values()];
  for (const parameter of effective) checkParameter(building, parameter);
  checkTemplate(
    building,
    effective.filter(({ value }) => value.in === "path"),
    at,
  );
  return (["path", "query", "header"] as const).flatMap((location) => {
    const inPlace = effective.filter(({ value }) => value.in === location);
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

/** Tells whether a parameter is a header that the client sets from something else. */
function isDescribedElsewhere({ in: location, name }: OpenApiParameter): boolean {
  return location === "header" && DESCRIBED_ELSEWHERE.includes(name.toLowerCase());
}

/** Reports a parameter that cannot be an input. */
function checkParameter(building: Building, { value: parameter, at }: Located<OpenApiParameter>): void {
  const { report, warn } = building;
  const { name, in: location, schema } = parameter;
  if (isDescribedElsewhere(parameter)) return;
  if (location === "cookie") {
    const reason = `The parameter \`${name}\` is in a cookie, which the client does not send`;
    if (parameter.required) report(at, reason, "Make it optional, or put it in a header or the query");
    else warn(at, `${reason}: it is left out`, "Put it in a header or the query if it matters");
  } else if (location !== "path" && location !== "query" && location !== "header") {
    report(at, `\`${location}\` is no place for a parameter`, "Put it in the path, the query or a header");
  } else if (schema === undefined) {
    report(at, `The parameter \`${name}\` has no schema`, "Add a schema; `content` is not supported");
  } else {
    checkWriting(building, parameter, at);
    if (location === "header") checkHeader(building, name, at);
  }
}

/** Reports a serialization of lists and objects that the client does not have. */
function checkWriting({ document, report }: Building, parameter: OpenApiParameter, at: Path): void {
  const { name, in: location, schema = true, style, explode } = parameter;
  const isStructured = mayBeStructured(document, schema);
  const usual = location === "query" ? ["form", "deepObject"] : ["simple"];
  if (style !== undefined && !usual.includes(style) && (isStructured || location === "path")) {
    report(at, `The parameter \`${name}\` has the style ${style}, which is not supported`, "Leave `style` out");
  } else if (isStructured && location !== "query") {
    const reason = `The parameter \`${name}\` is a list or an object in the ${location}, which is not supported`;
    report(at, reason, "Give it a plain type, or put it in the query");
  } else if (isStructured && explode === false) {
    const reason = `The parameter \`${name}\` is to be one text with commas (\`explode: false\`), which is not supported`;
    report(at, reason, "Leave `explode` out: lists and objects are dotted");
  }
}

function checkHeader({ report }: Building, name: string, at: Path): void {
  if (!TOKEN.test(name)) {
    report(at, `${JSON.stringify(name)} cannot name a header`, "Use letters, digits and hyphens");
  } else if (FORBIDDEN.includes(name.toLowerCase())) {
    report(at, `The header ${name} is not for a caller to set`, "Remove it");
  }
}

/** Reports path parameters that are not in the path, and names in the path without a parameter. */
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

/** Tells whether a schema allows lists or objects. */
function mayBeStructured(document: OpenApiDocument, schema: OpenApiSchema): boolean {
  const seen = new Set<OpenApiSchema>();
  const isStructured = (part: OpenApiSchema): boolean => {
    const resolved = resolveSchema(document, part);
    if (seen.has(resolved)) return false;
    seen.add(resolved);
    const types = [resolved.type ?? []].flat();
    if (types.includes("array") || types.includes("object")) return true;
    if (resolved.properties ?? resolved.items ?? resolved.additionalProperties) return true;
    return [resolved.allOf, resolved.anyOf, resolved.oneOf].some((parts) => parts?.some(isStructured));
  };
  return isStructured(schema);
}
