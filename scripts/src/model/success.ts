import type { Path } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiOperation, OpenApiSchema } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import { resolveSchema } from "../schema/resolve-schema.ts";
import type { ModelContext } from "./model-context.ts";
import {
  ENVELOPE_MEMBER,
  isRead,
  isDefaultMediaType,
  COUNT_MEMBER,
  CURSOR_MEMBER,
  DEFAULT_PAGE_SIZE,
  PAGINATION_MEMBER,
} from "./conventions.ts";
import { membersOf, type Member } from "../schema/members.ts";
import type { Input, Paging, Success } from "./model.ts";
import { describeUnsupported, selectContent } from "./select-content.ts";
import { indexedAccess, memberType, typeOf } from "./type-of.ts";

/** A response with a 2xx status. */
interface SuccessResponse {
  status: string;
  /** Absent if the response has no body. */
  body?: ResponseBody;
}

interface ResponseBody {
  schema: OpenApiSchema;
  mediaType: string;
  /** The TypeScript type. */
  type: string;
  /** How the body is read, if it is not JSON. */
  parseAs?: "text" | "blob";
}

/** Statuses that never have a body (RFC 9110, 15.3.5 and 15.3.6). */
const STATUSES_WITHOUT_BODY = ["204", "205"];

/**
 * Builds the result of a successful call.
 *
 * Several success responses give a union type. The envelope is removed only if all of them have one.
 */
export function buildSuccess(context: ModelContext, id: string, operation: OpenApiOperation, at: Path): Success {
  const { document, names, report } = context;
  const responses = findResponses(context, id, operation, at);
  if (responses.length === 0) report(at, "The operation has no success response", "Add a response with a 2xx status");
  const bodies = responses.flatMap(({ status, body }) => (body ? [{ status, ...body }] : []));
  const [first] = bodies;
  if (first === undefined) return { status: statusOf(responses[0]?.status), unwrapped: false, mayBeEmpty: false };
  if (bodies.some(({ parseAs }) => parseAs !== first.parseAs)) {
    const fix = "Use one of JSON, text and files in all of them";
    report([...at, "responses"], "The success responses have different kinds of media types", fix);
  }
  const unwrapped = !bodies.every(({ schema }) => envelopeDataOf(document, schema));
  const results = bodies.map(({ schema, type }) => {
    const data = unwrapped ? undefined : envelopeDataOf(document, schema);
    return data
      ? { schema: data.schema, type: memberType(ENVELOPE_MEMBER, data, type, names.readType) }
      : { schema, type };
  });
  const mayBeEmpty = bodies.length < responses.length;
  const types = results.map(({ type }) => type).concat(mayBeEmpty ? [emptyResultType(String(at.at(-1)))] : []);
  return {
    status: statusOf(first.status),
    schema: first.schema,
    data: {
      schema: results[0]?.schema ?? true,
      schemaType: results[0]?.type ?? "unknown",
      type: [...new Set(types)].join(" | "),
    },
    unwrapped,
    mayBeEmpty,
    ...((first.parseAs || !isDefaultMediaType(first.mediaType)) && { mediaType: first.mediaType }),
    ...(first.parseAs && { parseAs: first.parseAs }),
  };
}

/** Returns the result type of a response without a body. It is `null` for reads, because caches reject `undefined`. */
export function emptyResultType(method: string): "null" | "undefined" {
  return isRead({ method: method.toUpperCase() }) ? "null" : "undefined";
}

function findResponses(
  { document, readWrite, names, report }: ModelContext,
  id: string,
  operation: OpenApiOperation,
  at: Path,
): SuccessResponse[] {
  const successes = Object.entries(operation.responses ?? {}).filter(([status]) => /^2(?:\d\d|XX)$/i.test(status));
  return successes
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, reference]): SuccessResponse => {
      const responsePath = [...at, "responses", status];
      const { value: response } = follow(document, reference, responsePath);
      const mediaTypes = response.content ?? {};
      if (STATUSES_WITHOUT_BODY.includes(status) || Object.keys(mediaTypes).length === 0) return { status };
      const content = selectContent(document, mediaTypes);
      if (content === undefined || content.format === "multipart") {
        const [reason, fix] = describeUnsupported(mediaTypes);
        report(responsePath, `The response ${status} ${reason}`, fix);
        return { status };
      }
      const { schema, mediaType, format } = content;
      if (format !== "json") {
        const parseAs = format === "binary" ? "blob" : "text";
        return { status, body: { schema, mediaType, parseAs, type: parseAs === "blob" ? "Blob" : "string" } };
      }
      const owner = indexedAccess("operations", id, "responses", status, "content", mediaType);
      return {
        status,
        body: {
          schema,
          mediaType,
          type: typeOf(schema, readWrite.differs(schema) ? `Readable<${owner}>` : owner, names.readType),
        },
      };
    });
}

/** Returns the `data` member of an envelope. A body with other members is not an envelope. */
function envelopeDataOf(document: OpenApiDocument, schema: OpenApiSchema): Member | undefined {
  const members = membersOf(document, schema, "read");
  return members.size === 1 ? members.get(ENVELOPE_MEMBER) : undefined;
}

function statusOf(status = "200"): number {
  return Number(status.replace(/XX$/i, "00"));
}

/**
 * Finds the items of a paged operation: the only array next to `pagination` in its data, or the only required one.
 *
 * Warns if neither exists but there are several arrays. `x-page` names one of them. A write is paged only with `x-page`,
 * because the request for the next page repeats the write.
 */
export function findPaging(
  { document, names, report, warn }: ModelContext,
  operation: OpenApiOperation,
  inputs: readonly Input[],
  success: Success,
  at: Path,
): Paging | undefined {
  const { "x-page": override } = operation;
  if (override === false) return undefined;
  const members = success.data ? membersOf(document, success.data.schema, "read") : new Map<string, Member>();
  const pageInput = findPageInput(document, inputs);
  const arrays = [...members].filter(([, { schema }]) => resolveSchema(document, schema).type === "array");
  const canBePaged = pageInput !== undefined && members.has(PAGINATION_MEMBER) && !success.mayBeEmpty;
  const required = arrays.filter(([, member]) => member.required);
  const guesses = required.length === 1 ? required : arrays;
  const candidates = override === undefined ? guesses : arrays.filter(([name]) => name === override);
  const [found] = candidates;
  if (override !== undefined && !(canBePaged && found)) {
    const reason = `\`${override}\` is not a paged array`;
    const fix = `Use the name of an array next to \`${PAGINATION_MEMBER}\` in the data, and define \`cursor\` and \`count\` in the \`${PAGINATION_MEMBER}\` input`;
    report([...at, "x-page"], reason, fix);
  }
  const isPaged = override !== undefined || isRead({ method: String(at.at(-1)).toUpperCase() });
  if (!canBePaged || !isPaged || !found || !success.data) return undefined;
  const [itemsField, member] = found;
  if (candidates.length > 1) {
    const listed = candidates.map(([name]) => `\`${name}\``).join(", ");
    const reason = `The data has several arrays next to \`${PAGINATION_MEMBER}\` (${listed}), so it is not paged`;
    warn(at, reason, `Set \`x-page: ${itemsField}\`, another of these names, or \`x-page: false\``);
    return undefined;
  }
  const itemSchema = resolveSchema(document, member.schema).items ?? true;
  const owner = memberType(itemsField, member, success.data.schemaType, names.readType);
  return {
    itemsField,
    itemType: typeOf(itemSchema, `NonNullable<${owner}>[number]`, names.readType),
    maxPageSize: pageInput.maxPageSize,
  };
}

/** Finds the `pagination` input. `maxPageSize` is set if the schema allows less than the default page size. */
function findPageInput(
  document: OpenApiDocument,
  inputs: readonly Input[],
): { maxPageSize: number | undefined } | undefined {
  const input = inputs.find(({ name, in: location }) => name === PAGINATION_MEMBER && location !== "header");
  const members = membersOf(document, input?.schema ?? true, "write");
  const count = members.get(COUNT_MEMBER);
  if (count === undefined || !members.has(CURSOR_MEMBER)) return undefined;
  const { maximum = Infinity } = resolveSchema(document, count.schema);
  return { maxPageSize: maximum < DEFAULT_PAGE_SIZE ? maximum : undefined };
}
