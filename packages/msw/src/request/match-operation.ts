import { matchPath } from "@segment-iam/client";
import type { Contract, ContractOperation } from "../contract.ts";

/** What a method and a path lead to. */
export type Match =
  | { readonly operation: ContractOperation; readonly path: Readonly<Record<string, string>> }
  /** No operation has this path, or only with the methods in `allowed`. */
  | { readonly operation: undefined; readonly allowed: readonly string[] };

/** Finds the operation of a request; fixed segments win over parameters. */
export function matchOperation(contract: Contract, method: string, pathname: string): Match {
  const candidates = Object.values(contract.operations)
    .map((operation) => ({ operation, path: matchPath(operation.path, pathname) }))
    .filter((candidate): candidate is Extract<Match, { path: unknown }> => candidate.path !== undefined)
    .toSorted((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  const match = candidates.find(({ operation }) => operation.method === method);
  return match ?? { operation: undefined, allowed: candidates.map(({ operation }) => operation.method) };
}
