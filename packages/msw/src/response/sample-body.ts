import type { Contract, ContractOperation } from "../contract.ts";
import { sampleOf } from "./sample-of.ts";

/**
 * The body of a success that is made from its schema.
 *
 * A page says that it is the only one: following the cursor of an example would never end.
 */
export function sampleBody(contract: Contract, { success, page }: ContractOperation): unknown {
  const body = sampleOf(contract, success.schema ?? true);
  if (page === undefined || !isRecord(body) || !isRecord(body["data"])) return body;
  const items = body["data"][page];
  const pagination = {
    current: btoa("0"),
    next: null,
    previous: null,
    totalEntries: Array.isArray(items) ? items.length : 0,
  };
  return { ...body, data: { ...body["data"], pagination } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
