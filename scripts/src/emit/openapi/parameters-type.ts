import { follow } from "../../spec/references.ts";
import type { OpenApiParameter, OrReference } from "../../spec/openapi.ts";
import { member, objectOf } from "./member.ts";
import { referenceType, schemaType, type Printing } from "./schema-type.ts";
import { NEVER, type TypeText } from "./type-text.ts";

/** Writes the member `parameters` of a path or an operation. The later of two parameters of the same name is right. */
export function parametersMember(parameters: readonly OrReference<OpenApiParameter>[], printing: Printing): string {
  const byPlace = new Map<string, string>();
  const requiredIn = new Set<string>();
  const found = new Map<string, { parameter: OpenApiParameter; type: TypeText }>();
  for (const given of parameters) {
    const parameter = follow<OpenApiParameter>(printing.document, given, []).value;
    const type = "$ref" in given ? referenceType(given.$ref) : parameterType(parameter, printing);
    found.set(`${parameter.in} ${parameter.name}`, { parameter, type });
  }
  for (const { parameter, type } of found.values()) {
    const optional = parameter.in !== "path" && !parameter.required;
    if (!optional) requiredIn.add(parameter.in);
    const text = member(parameter.name, type, { optional, doc: parameter });
    byPlace.set(parameter.in, (byPlace.get(parameter.in) ?? "") + text);
  }
  const places = ["query", "header", "path", "cookie"].map((place) => {
    const members = byPlace.get(place);
    const type = members === undefined ? NEVER : objectOf([members]);
    return member(place, type, { optional: !requiredIn.has(place) });
  });
  return member("parameters", objectOf(places));
}

/** The type of a parameter; of one that says nothing it is text. */
export function parameterType({ schema }: OpenApiParameter, printing: Printing): TypeText {
  return schema ? schemaType(schema, printing) : { code: "string" };
}
