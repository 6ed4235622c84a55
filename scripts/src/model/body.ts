import type { Path } from "../spec/json.ts";
import type { OpenApiOperation, OpenApiRequestBody, OpenApiSchema } from "../spec/openapi.ts";
import { follow, type Located } from "../spec/references.ts";
import { jsonContent, proseOf, type ModelContext, type JsonContent } from "./model-context.ts";
import { isRead, isDefaultMediaType, WHOLE_BODY_INPUT } from "./conventions.ts";
import { isPlainObject, membersOf, type Member } from "./members.ts";
import type { Body, Input } from "./model.ts";
import { indexedAccess, typeOf } from "./type-of.ts";

/** A request body and the inputs that form it. */
interface BodyAndInputs {
  body: Body;
  inputs: Located<Input>[];
}

/** Builds the request body of an operation, or returns `undefined` if it has none. */
export function buildBody(
  context: ModelContext,
  id: string,
  operation: OpenApiOperation,
  at: Path,
): BodyAndInputs | undefined {
  if (operation.requestBody === undefined) return undefined;
  const { document, readWrite, names, report } = context;
  const bodyPath = [...at, "requestBody"];
  const { value: requestBody } = follow(document, operation.requestBody, bodyPath);
  const method = String(at.at(-1)).toUpperCase();
  if (isRead({ method })) {
    reportBodyOfRead(context, requestBody, method, bodyPath);
    return undefined;
  }
  const content = contentOf(requestBody);
  if (content?.schema === undefined) {
    report(
      bodyPath,
      "The request body has no JSON schema",
      "Use application/json or another JSON media type with a schema",
    );
    return undefined;
  }
  const { schema, mediaType } = content;
  const bodyType = indexedAccess("operations", id, "requestBody");
  const owner = indexedAccess(requestBody.required ? bodyType : `NonNullable<${bodyType}>`, "content", mediaType);
  const type = typeOf(schema, readWrite.differs(schema) ? `Writable<${owner}>` : owner, names.writeType);
  const members = isPlainObject(document, schema) ? membersOf(document, schema, "write") : new Map<string, Member>();
  const inputs = Array.from(members, ([name, { schema, required }]): Located<Input> => {
    const memberType = typeOf(schema, indexedAccess(type, name), names.writeType);
    return { value: { name, doc: proseOf({}, schema), in: "body", required, schema, type: memberType }, at: bodyPath };
  });
  const result =
    inputs.length === 0 ? wholeBody(requestBody, schema, type, bodyPath) : memberBody(requestBody, schema, inputs);
  return isDefaultMediaType(mediaType) ? result : { ...result, body: { ...result.body, mediaType } };
}

/** Reports a body on a GET or HEAD request. It has no defined meaning (RFC 9110, 9.3.1) and `fetch` rejects it. */
function reportBodyOfRead(
  { report, warn }: ModelContext,
  { required }: OpenApiRequestBody,
  method: string,
  at: Path,
): void {
  const reason = `A ${method} request cannot have a body`;
  const fix = "Move its members to the query, or use POST";
  if (required) report(at, reason, fix);
  else warn(at, `${reason}, so the body is ignored`, fix);
}

/** Returns the JSON content of a request body. The wildcard media type counts as JSON. */
function contentOf({ content }: OpenApiRequestBody): JsonContent | undefined {
  const wildcard = content["*/*"];
  return jsonContent(content) ?? (wildcard && { mediaType: "*/*", schema: wildcard.schema });
}

/** Builds a body that is one input, because its members are not fixed. */
function wholeBody(requestBody: OpenApiRequestBody, schema: OpenApiSchema, type: string, at: Path): BodyAndInputs {
  const required = requestBody.required === true;
  const doc = proseOf(requestBody, schema);
  const input: Input = { name: WHOLE_BODY_INPUT, doc, in: "body", required, schema, type };
  return { body: { required, schema, form: "whole", mediaType: undefined }, inputs: [{ value: input, at }] };
}

/** Builds a body whose members are separate inputs. */
function memberBody({ required }: OpenApiRequestBody, schema: OpenApiSchema, inputs: Located<Input>[]): BodyAndInputs {
  // The API would reject a body without its required members, so a required member makes the body required.
  const isRequired = required === true || inputs.some(({ value }) => value.required);
  return { body: { required: isRequired, schema, form: "members", mediaType: undefined }, inputs };
}
