import { CURSOR_MEMBER, COUNT_MEMBER, isRead, PAGINATION_MEMBER } from "../../model/conventions.ts";
import { membersOf } from "../../model/members.ts";
import { resolveSchema } from "../../model/model-context.ts";
import type { Model, Operation } from "../../model/model.ts";

/** Returns why an operation is no longer paged, and how to restore it. `itemsField` is the array that it had. */
export function explainPaging({ document }: Model, operation: Operation, itemsField: string): string | undefined {
  if (operation.paging) return undefined;
  const input = operation.inputs.find(({ name, in: location }) => name === PAGINATION_MEMBER && location !== "header");
  if (!input) return `no input is named ${PAGINATION_MEMBER}`;
  const inputMembers = membersOf(document, input.schema, "write");
  const missing = [CURSOR_MEMBER, COUNT_MEMBER].find((name) => !inputMembers.has(name));
  if (missing !== undefined) return `the input ${PAGINATION_MEMBER} has no ${missing}`;
  if (operation.success.mayBeEmpty) return "another success response has no body";
  const members = operation.success.data ? membersOf(document, operation.success.data.schema, "read") : new Map();
  if (!members.has(PAGINATION_MEMBER)) return `data has no ${PAGINATION_MEMBER}`;
  const arrays = [...members].filter(([, { schema }]) => resolveSchema(document, schema).type === "array");
  const names = arrays.map(([name]) => name);
  if (names.length === 0) return "data has no array";
  const fix = `set x-page: ${names.includes(itemsField) ? itemsField : names[0]}`;
  if (names.length > 1) return `data has ${names.length === 2 ? "two" : names.length} arrays, ${fix}`;
  return isRead(operation) ? "x-page is false" : `a write is paged only with x-page, ${fix}`;
}
