import type { Path } from "../../spec/json.ts";
import type { OpenApiDocument, OpenApiOperation, OpenApiRequestBody, OpenApiSchema } from "../../spec/openapi.ts";
import { follow, type Located } from "../../spec/references.ts";
import { resolveSchema } from "../../schema/resolve-schema.ts";
import { proseOf, type ModelContext } from "../model-context.ts";
import { isBinarySchema, isRead, isDefaultMediaType, WHOLE_BODY_INPUT } from "../conventions.ts";
import { isPlainObject, membersOf, type Member } from "../../schema/members.ts";
import type { ContentFormat, Body, Input } from "../model.ts";
import { structuresOf } from "./query-style.ts";
import { describeUnsupported, selectContent, type SelectedContent } from "../select-content.ts";
import { indexedAccess, typeOf } from "../type-of.ts";

/** A request body and the inputs that form it. */
interface BodyAndInputs {
  body: Body;
  inputs: Located<Input>[];
}

/** A request body, apart from its media type. */
interface BodyShape {
  body: Pick<Body, "required" | "schema" | "form">;
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
  const content = selectContent(document, requestBody.content);
  if (content === undefined) {
    const [reason, fix] = describeUnsupported(requestBody.content);
    report(bodyPath, `The request body ${reason}`, fix);
    return undefined;
  }
  const { schema, mediaType, format } = content;
  const bodyType = indexedAccess("operations", id, "requestBody");
  const owner = indexedAccess(requestBody.required ? bodyType : `NonNullable<${bodyType}>`, "content", mediaType);
  const type =
    RAW_TYPES[format] ?? typeOf(schema, readWrite.differs(schema) ? `Writable<${owner}>` : owner, names.writeType);
  const members = isPlainObject(document, schema) ? membersOf(document, schema, "write") : new Map<string, Member>();
  const inputs = Array.from(members, ([name, { schema, required }]): Located<Input> => {
    const memberType =
      (format === "multipart" ? fileTypeOf(document, schema) : undefined) ??
      typeOf(schema, indexedAccess(type, name), names.writeType);
    return { value: { name, doc: proseOf({}, schema), in: "body", required, schema, type: memberType }, at: bodyPath };
  });
  const { body, inputs: bodyInputs } =
    inputs.length === 0 ? wholeBody(requestBody, schema, type, bodyPath) : memberBody(requestBody, schema, inputs);
  const isDefault = format === "json" && isDefaultMediaType(mediaType);
  const numberedFields = format === "urlencoded" ? findNumberedFields(context, requestBody, content, bodyPath) : [];
  return {
    body: { ...body, format, numberedFields, mediaType: isDefault ? undefined : mediaType },
    inputs: bodyInputs,
  };
}

/** The types of a body that is not an object. A caller may pass bytes where a response has a `Blob`. */
const RAW_TYPES: { [format in ContentFormat]?: string } = {
  text: "string",
  binary: "Blob | ArrayBuffer | Uint8Array",
};

/** Returns the type of a file, or of a list of files, in a form. */
function fileTypeOf(document: OpenApiDocument, schema: OpenApiSchema): string | undefined {
  const { items, type, nullable, ...others } = resolveSchema(document, schema);
  if (nullable || Array.isArray(type)) return undefined;
  if (isBinarySchema(others)) return "Blob";
  return items !== undefined && isBinarySchema(resolveSchema(document, items)) ? "Blob[]" : undefined;
}

/**
 * Finds the lists that the client sends with numbered names: those with `style: deepObject`. Other lists repeat their name.
 *
 * Reports any other style that differs from the default.
 */
function findNumberedFields(
  { document, report }: ModelContext,
  { content }: OpenApiRequestBody,
  { mediaType, schema }: SelectedContent,
  at: Path,
): string[] {
  const members = membersOf(document, schema, "write");
  return Object.entries(content[mediaType]?.encoding ?? {}).flatMap(([name, { style = "form", explode }]) => {
    const member = members.get(name);
    const types = structuresOf(document, member?.schema ?? true);
    if (types.size > 0 && (!["form", "deepObject"].includes(style) || explode === false)) {
      const reason = `The field \`${name}\` of the form has a style that is not supported`;
      report(at, reason, "Use `style: deepObject`, or remove the encoding");
    }
    return style === "deepObject" && types.has("array") ? [name] : [];
  });
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

/** Builds a body that is one input, because its members are not fixed. */
function wholeBody(requestBody: OpenApiRequestBody, schema: OpenApiSchema, type: string, at: Path): BodyShape {
  const required = requestBody.required === true;
  const doc = proseOf(requestBody, schema);
  const input: Input = { name: WHOLE_BODY_INPUT, doc, in: "body", required, schema, type };
  return { body: { required, schema, form: "whole" }, inputs: [{ value: input, at }] };
}

/** Builds a body whose members are separate inputs. */
function memberBody({ required }: OpenApiRequestBody, schema: OpenApiSchema, inputs: Located<Input>[]): BodyShape {
  // The API would reject a body without its required members, so a required member makes the body required.
  const isRequired = required === true || inputs.some(({ value }) => value.required);
  return { body: { required: isRequired, schema, form: "members" }, inputs };
}
