import type { Path } from "../spec/json.ts";
import type { OpenApiDocument, OpenApiOperation } from "../spec/openapi.ts";
import { resolveSchema, type Building } from "./building.ts";
import { isRead, PAGE_COUNT, PAGE_CURSOR, PAGE_SIZE, PAGINATION_MEMBER } from "./conventions.ts";
import { membersOf, type Member } from "./members.ts";
import type { Input, Page, Success } from "./model.ts";
import { memberType, typeOf } from "./type-of.ts";

/**
 * Finds the items of a paged operation: the one array beside `pagination` in its data.
 *
 * With several arrays nobody can tell which is meant, and asking a write for its next page would carry it out again: such
 * operations are paged only where `x-page` names the member.
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
  const asked = pageRequestIn(document, inputs);
  const arrays = [...members].filter(([, { schema }]) => resolveSchema(document, schema).type === "array");
  const canBePaged = asked !== undefined && members.has(PAGINATION_MEMBER) && !success.mayBeEmpty;
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
  return { items, itemType: typeOf(itemSchema, `NonNullable<${owner}>[number]`), size: asked.size };
}

/** The input that asks for a page, and how many items it may ask for, if that is few. */
function pageRequestIn(document: OpenApiDocument, inputs: readonly Input[]): { size: number | undefined } | undefined {
  const input = inputs.find(({ name, in: location }) => name === PAGINATION_MEMBER && location !== "header");
  const members = membersOf(document, input?.schema ?? true, "write");
  const count = members.get(PAGE_COUNT);
  if (count === undefined || !members.has(PAGE_CURSOR)) return undefined;
  const { maximum = Infinity } = resolveSchema(document, count.schema);
  return { size: maximum < PAGE_SIZE ? maximum : undefined };
}
