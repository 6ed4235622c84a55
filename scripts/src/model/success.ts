import type { Path } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiOperation, OpenApiSchema } from "../spec/openapi.ts";
import { follow } from "../spec/references.ts";
import { jsonContent, resolveSchema, type Building } from "./model-context.ts";
import {
  ENVELOPE_MEMBER,
  isRead,
  isUsual,
  PAGE_COUNT,
  PAGE_CURSOR,
  PAGE_SIZE,
  PAGINATION_MEMBER,
} from "./conventions.ts";
import { membersOf, type Member } from "./members.ts";
import type { Input, Page, Success } from "./model.ts";
import { indexed, memberType, typeOf } from "./type-of.ts";

/** A response with a status from 200 to 299. */
interface SuccessResponse {
  status: string;
  /** Absent where the response has no body. */
  body?: { schema: OpenApiSchema; mediaType: string; type: string };
}

/** Statuses without a body, whatever the document says (RFC 9110, 15.3.5 and 15.3.6). */
const WITHOUT_BODY = ["204", "205"];

/**
 * Builds the result of a successful call.
 *
 * With several successful responses its type is a union, and the envelope is unwrapped only if all of them have one.
 */
export function buildSuccess(building: Building, id: string, operation: OpenApiOperation, at: Path): Success {
  const { document, report } = building;
  const responses = findResponses(building, id, operation, at);
  if (responses.length === 0) report(at, "No success is described", "Add a response with a status from 200 to 299");
  const bodies = responses.flatMap(({ status, body }) => (body ? [{ status, ...body }] : []));
  const [first] = bodies;
  if (first === undefined) return { status: statusOf(responses[0]?.status), bare: false, mayBeEmpty: false };
  const bare = !bodies.every(({ schema }) => envelopedIn(document, schema));
  const own = bodies.map(({ schema, type }) => {
    const data = bare ? undefined : envelopedIn(document, schema);
    return data ? { schema: data.schema, type: memberType(ENVELOPE_MEMBER, data, type) } : { schema, type };
  });
  const mayBeEmpty = bodies.length < responses.length;
  const types = own.map(({ type }) => type).concat(mayBeEmpty ? [nothing(String(at.at(-1)))] : []);
  return {
    status: statusOf(first.status),
    schema: first.schema,
    data: {
      schema: own[0]?.schema ?? true,
      ownType: own[0]?.type ?? "unknown",
      type: [...new Set(types)].join(" | "),
    },
    bare,
    mayBeEmpty,
    ...(!isUsual(first.mediaType) && { mediaType: first.mediaType }),
  };
}

/** The type of the result where the response has no body. A read returns null, because caches cannot hold `undefined`. */
export function nothing(method: string): "null" | "undefined" {
  return isRead({ method: method.toUpperCase() }) ? "null" : "undefined";
}

function findResponses(
  { document, readWrite, report }: Building,
  id: string,
  operation: OpenApiOperation,
  at: Path,
): SuccessResponse[] {
  const successes = Object.entries(operation.responses ?? {}).filter(([status]) => /^2(?:\d\d|XX)$/i.test(status));
  return successes
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, written]): SuccessResponse => {
      const place = [...at, "responses", status];
      const { value: response } = follow(document, written, place);
      const described = response.content ?? {};
      if (WITHOUT_BODY.includes(status) || Object.keys(described).length === 0) return { status };
      const content = jsonContent(described);
      if (content?.schema === undefined) {
        const fix = "Describe it as application/json; others are not supported";
        report(place, `The response ${status} has no JSON schema`, fix);
        return { status };
      }
      const { schema, mediaType } = content;
      const owner = indexed("operations", id, "responses", status, "content", mediaType);
      return {
        status,
        body: { schema, mediaType, type: typeOf(schema, readWrite.differs(schema) ? `Readable<${owner}>` : owner) },
      };
    });
}

/** The member `data` of an envelope. Beside other members, `data` is an ordinary member. */
function envelopedIn(document: OpenApiDocument, schema: OpenApiSchema): Member | undefined {
  const members = membersOf(document, schema, "read");
  return members.size === 1 ? members.get(ENVELOPE_MEMBER) : undefined;
}

function statusOf(status = "200"): number {
  return Number(status.replace(/XX$/i, "00"));
}

/**
 * Finds the items of a paged operation: the one array beside `pagination` in its data.
 *
 * With several arrays the items are ambiguous, and requesting the next page of a write would repeat it. Such operations are paged only
 * where `x-page` names the member.
 */
export function findPage(
  { document, report }: Building,
  operation: OpenApiOperation,
  inputs: readonly Input[],
  success: Success,
  at: Path,
): Page | undefined {
  const { "x-page": override } = operation;
  if (override === false) return undefined;
  const members = success.data ? membersOf(document, success.data.schema, "read") : new Map<string, Member>();
  const pageRequest = pageRequestIn(document, inputs);
  const arrays = [...members].filter(([, { schema }]) => resolveSchema(document, schema).type === "array");
  const canBePaged = pageRequest !== undefined && members.has(PAGINATION_MEMBER) && !success.mayBeEmpty;
  const wanted = arrays.filter(([name]) => override === undefined || name === override);
  const [found] = wanted;
  if (override !== undefined && !(canBePaged && found)) {
    const reason = `\`${override}\` is not a list in pages`;
    const fix = `Name a list beside \`${PAGINATION_MEMBER}\` in the answer; the input of that name needs a cursor and a count`;
    report([...at, "x-page"], reason, fix);
  }
  const isClear =
    override !== undefined || (isRead({ method: String(at.at(-1)).toUpperCase() }) && wanted.length === 1);
  if (!canBePaged || !isClear || !found || !success.data) return undefined;
  const [items, member] = found;
  const itemSchema = resolveSchema(document, member.schema).items ?? true;
  const owner = memberType(items, member, success.data.ownType);
  return { items, itemType: typeOf(itemSchema, `NonNullable<${owner}>[number]`), size: pageRequest.size };
}

/** The input for a page, with its largest size where that is below the default. */
function pageRequestIn(document: OpenApiDocument, inputs: readonly Input[]): { size: number | undefined } | undefined {
  const input = inputs.find(({ name, in: location }) => name === PAGINATION_MEMBER && location !== "header");
  const members = membersOf(document, input?.schema ?? true, "write");
  const count = members.get(PAGE_COUNT);
  if (count === undefined || !members.has(PAGE_CURSOR)) return undefined;
  const { maximum = Infinity } = resolveSchema(document, count.schema);
  return { size: maximum < PAGE_SIZE ? maximum : undefined };
}
