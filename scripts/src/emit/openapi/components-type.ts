import type { OrReference } from "../../spec/openapi.ts";
import type { Documented } from "./doc-comment.ts";
import { member, objectOf } from "./member.ts";
import { requestBodyType } from "./operation-type.ts";
import { parameterType } from "./parameters-type.ts";
import { headerType, responseType } from "./response-type.ts";
import { referenceType, schemaType, type Printing } from "./schema-type.ts";
import { NEVER, type TypeText } from "./type-text.ts";

/** Everything in the document that has a name, by what it is. */
export function componentsType(printing: Printing): TypeText {
  const { schemas = {}, responses, parameters, requestBodies, headers } = printing.document.components ?? {};
  const types = Object.entries(schemas).map(([name, schema]) =>
    member(name, schemaType(schema, printing, name), { doc: typeof schema === "object" ? schema : {} }),
  );
  return objectOf([
    sectionMember("schemas", types),
    sectionMember("responses", membersOf(responses, responseType, printing)),
    sectionMember("parameters", membersOf(parameters, parameterType, printing)),
    sectionMember("requestBodies", membersOf(requestBodies, requestBodyType, printing)),
    sectionMember("headers", membersOf(headers, headerType, printing)),
    sectionMember("pathItems", []),
  ]);
}

function sectionMember(name: string, members: readonly string[]): string {
  return member(name, members.length > 0 ? objectOf(members) : NEVER);
}

function membersOf<T extends Documented>(
  named: Record<string, OrReference<T>> = {},
  typeOf: (value: T, printing: Printing) => TypeText,
  printing: Printing,
): string[] {
  return Object.entries(named).map(([name, value]) => {
    const type = isReference(value) ? referenceType(value.$ref) : typeOf(value, printing);
    return member(name, type, { doc: value });
  });
}

function isReference<T>(value: OrReference<T>): value is Extract<OrReference<T>, { $ref: string }> {
  return typeof value === "object" && value !== null && "$ref" in value;
}
