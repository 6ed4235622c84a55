import type { OpenApiDocument } from "../spec/openapi.ts";
import { resolveSchema } from "./building.ts";
import { PAGINATION_MEMBER } from "./conventions.ts";
import { membersOf } from "./members.ts";
import type { Input, Page, Success } from "./model.ts";
import { memberType, typeOf } from "./type-of.ts";

/** Finds the items of a paged operation: the one array beside `pagination` in its data. */
export function findPage(document: OpenApiDocument, inputs: readonly Input[], success: Success): Page | undefined {
  const isAsked = inputs.some((input) => input.in === "query" && input.name === PAGINATION_MEMBER);
  if (!isAsked || !success.data) return undefined;
  const members = membersOf(document, success.data.schema);
  if (!members.has(PAGINATION_MEMBER)) return undefined;
  const arrays = [...members].filter(([, member]) => resolveSchema(document, member.schema).type === "array");
  const [found, ...others] = arrays;
  if (found === undefined || others.length > 0) return undefined;
  const [items, member] = found;
  const itemSchema = resolveSchema(document, member.schema).items ?? true;
  return { items, itemType: typeOf(itemSchema, `${memberType(items, member, success.data.type)}[number]`) };
}
