import type { Contract, ContractOperation } from "../contract.ts";
import { sampleOf } from "./sample-of.ts";

/**
 * The body of a success that is made from its schema.
 *
 * A page says that it is the only one: following the cursor of an example would never end.
 */
export function sampleBody(contract: Contract, { success, page }: ContractOperation): unknown {
  const body = sampleOf(contract, success.schema ?? true);
  if (page === undefined || !isRecord(body)) return body;
  return success.bare ? onlyPage(body, page) : { ...body, data: onlyPage(body["data"], page) };
}

/** The data without a way to another page; what its own pagination does not have is not added to it. */
function onlyPage(data: unknown, page: string): unknown {
  if (!isRecord(data) || !isRecord(data["pagination"])) return data;
  const items = data[page];
  const facts = {
    current: btoa("0"),
    next: null,
    previous: null,
    totalEntries: Array.isArray(items) ? items.length : 0,
  };
  const known = Object.entries(facts).filter(([name]) => Object.hasOwn(data["pagination"] as object, name));
  return { ...data, pagination: { ...data["pagination"], ...Object.fromEntries(known) } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
