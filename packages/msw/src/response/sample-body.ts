import { isRecord, type Contract, type ContractOperation } from "../contract.ts";
import { sampleOf } from "../schema/sample-of.ts";

/**
 * Creates a success body from its schema, for operations without a resolver.
 *
 * The sample of a paginated response is a single page. Otherwise a caller would follow the example cursor forever.
 */
export function sampleBody(
  contract: Contract,
  { success, itemsField, unwrapped, parseAs }: ContractOperation,
): unknown {
  if (parseAs === "blob") return new Blob(["sample"]);
  const body = sampleOf(contract, success.schema ?? true);
  if (itemsField === undefined || !isRecord(body)) return body;
  return unwrapped ? asOnlyPage(body, itemsField) : { ...body, data: asOnlyPage(body["data"], itemsField) };
}

/** Overwrites `pagination` to describe a single page. Adds no members that the sample lacks. */
function asOnlyPage(data: unknown, itemsField: string): unknown {
  if (!isRecord(data) || !isRecord(data["pagination"])) return data;
  const { pagination, [itemsField]: items } = data;
  const totalEntries = Array.isArray(items) ? items.length : 0;
  const onlyPage = { current: btoa("0"), next: null, previous: null, totalEntries };
  const present = Object.entries(onlyPage).filter(([name]) => Object.hasOwn(pagination, name));
  return { ...data, pagination: { ...pagination, ...Object.fromEntries(present) } };
}
