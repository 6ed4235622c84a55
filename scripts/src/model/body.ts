import type { Path } from "../spec/json.ts";
import type { OpenApiOperation } from "../spec/openapi.ts";
import { follow, type Located } from "../spec/references.ts";
import { preferredContent, type Building } from "./building.ts";
import { READ_METHODS, WHOLE_BODY_INPUT } from "./conventions.ts";
import { isPlainObject, membersOf } from "./members.ts";
import type { Body, Input } from "./model.ts";
import { prose } from "./prose.ts";
import { indexed, typeOf } from "./type-of.ts";

/** The request body of an operation and the inputs that it is made from. */
export function buildBody(
  building: Building,
  id: string,
  operation: OpenApiOperation,
  at: Path,
): { body: Body; inputs: Located<Input>[] } | undefined {
  if (operation.requestBody === undefined) return undefined;
  const { document, report } = building;
  const place = [...at, "requestBody"];
  const { value: requestBody } = follow(document, operation.requestBody, place);
  const content = preferredContent(requestBody.content);
  const method = String(at.at(-1)).toUpperCase();
  if (READ_METHODS.includes(method)) {
    report(place, `A ${method} request cannot carry a body`, "Move its members to the query, or use POST");
    return undefined;
  }
  if (content?.schema === undefined) {
    report(
      place,
      "The request body has no JSON schema",
      "Describe it under application/json; others are not supported yet",
    );
    return undefined;
  }
  const { schema, mediaType } = content;
  const members = membersOf(document, schema);
  const written = indexed("operations", id, "requestBody");
  const owner = indexed(requestBody.required ? written : `NonNullable<${written}>`, "content", mediaType);
  const type = typeOf(schema, owner);
  if (!isPlainObject(document, schema) || members.size === 0) {
    const required = requestBody.required === true;
    const input: Input = { ...prose(requestBody, schema), name: WHOLE_BODY_INPUT, in: "body", required, schema, type };
    return { body: { required, schema, form: "whole" }, inputs: [{ value: input, at: place }] };
  }
  const inputs = [...members].map(([name, member]): Located<Input> => {
    const memberType = typeOf(member.schema, indexed(type, name));
    return { value: { ...prose({}, member.schema), name, in: "body", ...member, type: memberType }, at: place };
  });
  // A body that lacks a required member would be refused, so a required member makes the body required.
  const required = requestBody.required === true || inputs.some(({ value }) => value.required);
  return { body: { required, schema, form: "members" }, inputs };
}
