import { parseForm, type QueryValue } from "@segment-iam/client";
import type { RequestError } from "@segment-iam/types";
import { typesOf, variantsOf, type Contract, type ContractOperation, type JsonSchema } from "../contract.ts";
import { fieldError } from "../schema/field-error.ts";
import { coerce, memberSchema } from "../schema/coerce.ts";
import type { Validator } from "../schema/create-validator.ts";
import { omitMembers } from "../schema/omit-members.ts";

/** A request body as it was received. */
export interface ReceivedBody {
  readonly bytes: ArrayBuffer;
  /** The bytes as UTF-8. */
  readonly text: string;
}

/** Replaces files during validation, because a JSON Schema describes a file as a string. */
const FILE = "file";

/**
 * Reads and validates a body: JSON, a form, text or a file. Appends problems to `errors`.
 *
 * Removes read-only members, because the API ignores them in a request.
 *
 * @returns `undefined` if the body is empty or cannot be parsed
 */
export async function readBody(
  contract: Contract,
  validate: Validator,
  { contentType = "application/json", requestBody }: ContractOperation,
  { bytes, text }: ReceivedBody,
  receivedType: string | undefined,
  errors: RequestError[],
): Promise<unknown> {
  if (requestBody === undefined) return undefined;
  const { required, schema } = requestBody;
  if (bytes.byteLength === 0) {
    if (required) errors.push(fieldError("body", "is required"));
    return undefined;
  }
  try {
    const value = await parse();
    errors.push(...validate(withoutFiles(value), schema, ""));
    return omitMembers(contract, value, [schema]);
  } catch (error) {
    // Validation exhausts the stack on a body with some thousands of levels.
    if (error instanceof RangeError) errors.push(fieldError("body", "is nested too deeply"));
    else if (error instanceof SyntaxError) errors.push(fieldError("body", error.message));
    else throw error;
    return undefined;
  }

  function parse(): unknown {
    if (/[/+]json\b/i.test(contentType)) return parseJson(text, "is not JSON");
    if (contentType.startsWith("multipart/")) return parseMultipart(contract, schema, bytes, receivedType);
    if (contentType.includes("x-www-form-urlencoded")) return parseUrlencoded(contract, schema, text, errors);
    const isFile = typeof schema === "object" && schema.format === "binary";
    return isFile ? new Blob([bytes], { type: receivedType ?? "" }) : text;
  }
}

function parseUrlencoded(contract: Contract, schema: JsonSchema, text: string, errors: RequestError[]): object {
  const { parameters, problems } = parseForm(new URLSearchParams(text));
  errors.push(...problems.map(({ name, reason }) => fieldError(name, reason)));
  const members = Object.entries(parameters).map(([name, value]) => {
    const member = memberSchema(contract, schema, name);
    const isSingleItem =
      typeof value === "string" && allows(contract, member, "array") && !allows(contract, member, "string");
    return [name, coerce(contract, isSingleItem ? [value] : value, member)];
  });
  return Object.fromEntries(members);
}

/** @throws {SyntaxError} for a body that is not a multipart form. */
async function parseMultipart(
  contract: Contract,
  schema: JsonSchema,
  bytes: ArrayBuffer,
  contentType = "",
): Promise<object> {
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  } catch {
    throw new SyntaxError("is not a multipart form");
  }
  const names = [...new Set(form.keys())];
  const members = names.map(async (name) => {
    const member = memberSchema(contract, schema, name);
    const isList = allows(contract, member, "array");
    const items = isList ? variantsOf(contract, member).find((variant) => variant.items !== undefined)?.items : member;
    const values = await Promise.all(form.getAll(name).map((part) => parsePart(contract, part, items as JsonSchema)));
    return [name, isList || values.length > 1 ? values : values[0]];
  });
  return Object.fromEntries(await Promise.all(members));
}

/** Parses a part of a multipart form. A part for an object contains JSON. */
async function parsePart(contract: Contract, part: string | Blob, schema: JsonSchema = true): Promise<unknown> {
  if (allows(contract, schema, "object"))
    return parseJson(typeof part === "string" ? part : await part.text(), "has a part that is not JSON");
  return typeof part === "string" ? coerce(contract, part satisfies QueryValue, schema) : part;
}

/** @throws {SyntaxError} with the problem as its message. */
function parseJson(text: string, problem: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(problem);
  }
}

function allows(contract: Contract, schema: JsonSchema, type: string): boolean {
  return variantsOf(contract, schema).some((variant) => typesOf(variant).includes(type));
}

/** Replaces the files in a body with {@link FILE}. */
function withoutFiles(value: unknown): unknown {
  if (value instanceof Blob) return FILE;
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutFiles(member)]));
}
