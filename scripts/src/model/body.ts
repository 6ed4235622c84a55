import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiRequestBody, OpenApiSchema } from "../spec/openapi.ts";
import { follow, type Located } from "../spec/references.ts";
import { jsonContent, proseOf, type Building, type JsonContent } from "./model-context.ts";
import { isRead, isUsual, WHOLE_BODY_INPUT } from "./conventions.ts";
import { isPlainObject, membersOf, type Member } from "./members.ts";
import type { Body, Input } from "./model.ts";
import { indexed, typeOf } from "./type-of.ts";

/** A request body and the inputs that it is made from. */
interface BodyAndInputs {
  body: Body;
  inputs: Located<Input>[];
}

/** Builds the request body of an operation, if there is one. */
export function buildBody(
  building: Building,
  id: string,
  operation: OpenApiOperation,
  at: Path,
): BodyAndInputs | undefined {
  if (operation.requestBody === undefined) return undefined;
  const { document, readWrite, report } = building;
  const place = [...at, "requestBody"];
  const { value: requestBody } = follow(document, operation.requestBody, place);
  const method = String(at.at(-1)).toUpperCase();
  if (isRead({ method })) {
    refuseBody(building, requestBody, method, place);
    return undefined;
  }
  const content = contentOf(requestBody);
  if (content?.schema === undefined) {
    report(place, "The request body has no JSON schema", "Describe it as application/json; others are not supported");
    return undefined;
  }
  const { schema, mediaType } = content;
  const written = indexed("operations", id, "requestBody");
  const owner = indexed(requestBody.required ? written : `NonNullable<${written}>`, "content", mediaType);
  const type = typeOf(schema, readWrite.differs(schema) ? `Writable<${owner}>` : owner, readWrite.names);
  const members = isPlainObject(document, schema) ? membersOf(document, schema, "write") : new Map<string, Member>();
  const inputs = Array.from(members, ([name, { schema, required }]): Located<Input> => {
    const memberType = typeOf(schema, indexed(type, name), readWrite.names);
    return { value: { name, doc: proseOf({}, schema), in: "body", required, schema, type: memberType }, at: place };
  });
  const built = inputs.length === 0 ? whole(requestBody, schema, type, place) : spread(requestBody, schema, inputs);
  return isUsual(mediaType) ? built : { ...built, body: { ...built.body, mediaType } };
}

/** Reports the body of a read, which has no meaning (RFC 9110, 9.3.1) and which `fetch` does not send. */
function refuseBody({ report, warn }: Building, { required }: OpenApiRequestBody, method: string, at: Path): void {
  const reason = `A ${method} request cannot carry a body`;
  const fix = "Move its members to the query, or use POST";
  if (required) report(at, reason, fix);
  else warn(at, `${reason}: it is left out`, fix);
}

/** The JSON of a request, which a body of any media type can be too. */
function contentOf({ content }: OpenApiRequestBody): JsonContent | undefined {
  const any = content["*/*"];
  return jsonContent(content) ?? (any && { mediaType: "*/*", schema: any.schema });
}

/** A body whose members cannot be listed is one input. */
function whole(requestBody: OpenApiRequestBody, schema: OpenApiSchema, type: string, at: Path): BodyAndInputs {
  const required = requestBody.required === true;
  const doc = proseOf(requestBody, schema);
  const input: Input = { name: WHOLE_BODY_INPUT, doc, in: "body", required, schema, type };
  return { body: { required, schema, form: "whole", mediaType: undefined }, inputs: [{ value: input, at }] };
}

/** Each member of a plain object is an input. */
function spread({ required }: OpenApiRequestBody, schema: OpenApiSchema, inputs: Located<Input>[]): BodyAndInputs {
  // A body without a required member would be refused, so a required member makes the body required.
  const isRequired = required === true || inputs.some(({ value }) => value.required);
  return { body: { required: isRequired, schema, form: "members", mediaType: undefined }, inputs };
}
