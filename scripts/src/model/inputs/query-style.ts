import type { Path } from "../../spec/json.ts";
import type { OpenApiDocument, OpenApiParameter, OpenApiSchema } from "../../spec/openapi.ts";
import type { Located } from "../../spec/references.ts";
import { resolveSchema } from "../../schema/resolve-schema.ts";
import type { ModelContext } from "../model-context.ts";
import type { QueryStyle } from "../model.ts";

const DELIMITED = ["spaceDelimited", "pipeDelimited"];

/**
 * Returns how the client serializes an array or object in the query, or `undefined` for the API's dotted form.
 *
 * The dotted form is the default, because OpenAPI has no style for it. `explode: false` and the delimited styles override it.
 */
export function queryStyleOf(document: OpenApiDocument, parameter: OpenApiParameter): QueryStyle | undefined {
  const { in: location, style = "form", explode = style === "form", schema = true } = parameter;
  const types = structuresOf(document, schema);
  if (location !== "query" || types.size === 0 || style === "deepObject" || (style === "form" && explode))
    return undefined;
  return { style: style as QueryStyle["style"], explode, ...(!types.has("array") && { type: "object" }) };
}

/** Reports an array or object serialization that the client does not support. */
export function checkSerialization(context: ModelContext, { value, at }: Located<OpenApiParameter>): void {
  const { document, report } = context;
  const { name, in: location, schema = true, style } = value;
  const types = structuresOf(document, schema);
  const supported = location === "query" ? ["form", "deepObject", ...DELIMITED] : ["simple"];
  if (style !== undefined && !supported.includes(style) && (types.size > 0 || location === "path")) {
    report(at, `The parameter \`${name}\` has the style ${style}, which is not supported`, "Remove `style`");
  } else if (types.size > 0 && location !== "query") {
    const reason = `The parameter \`${name}\` is an array or object in the ${location}, which is not supported`;
    report(at, reason, "Use a primitive type, or move it to the query");
  } else if (queryStyleOf(document, value) !== undefined) {
    checkStyle(context, value, at);
  }
}

function checkStyle({ document, report, warn }: ModelContext, parameter: OpenApiParameter, at: Path): void {
  const { name, schema = true, style = "form", explode } = parameter;
  if (structuresOf(document, schema).has("object") && style !== "form") {
    report(
      at,
      `The parameter \`${name}\` is an object with the style ${style}, which is not supported`,
      "Remove `style`",
    );
  } else if (isNested(document, schema)) {
    const reason = `The parameter \`${name}\` contains arrays or objects, which its style cannot express`;
    report(at, reason, "Remove `style` and `explode`, and the client sends it in dotted form");
  } else if (style === "spaceDelimited" && explode !== true) {
    warn(
      at,
      `Items of \`${name}\` that contain a space look like two items`,
      "Use `style: form` with `explode: false`",
    );
  }
}

/** Returns whether an item of an array or a member of an object is itself an array or object. */
function isNested(document: OpenApiDocument, schema: OpenApiSchema): boolean {
  return variantsOf(document, schema).some(({ items, properties = {}, additionalProperties }) =>
    [items, additionalProperties, ...Object.values(properties)].some(
      (inner) => inner !== undefined && structuresOf(document, inner).size > 0,
    ),
  );
}

/** Returns whether a schema accepts arrays, objects or both. */
export function structuresOf(document: OpenApiDocument, schema: OpenApiSchema): Set<"array" | "object"> {
  const accepted = new Set<"array" | "object">();
  for (const { type = [], items, properties, additionalProperties } of variantsOf(document, schema)) {
    const types = [type].flat();
    if (types.includes("array") || items) accepted.add("array");
    if (types.includes("object") || properties || additionalProperties) accepted.add("object");
  }
  return accepted;
}

/** Returns a schema and its `allOf`, `anyOf` and `oneOf` parts. */
function variantsOf(document: OpenApiDocument, schema: OpenApiSchema): ReturnType<typeof resolveSchema>[] {
  const variants = new Set<ReturnType<typeof resolveSchema>>();
  const visit = (part: OpenApiSchema): void => {
    const resolved = resolveSchema(document, part);
    if (variants.has(resolved)) return;
    variants.add(resolved);
    [resolved.allOf, resolved.anyOf, resolved.oneOf].forEach((parts) => parts?.forEach(visit));
  };
  visit(schema);
  return [...variants];
}
