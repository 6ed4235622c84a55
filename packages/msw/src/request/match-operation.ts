import type { Contract, ContractOperation } from "../contract.ts";

/** What a method and a path lead to. */
export type Match =
  | { readonly operation: ContractOperation; readonly path: Readonly<Record<string, string>> }
  /** No operation has this path, or only with the methods in `allowed`. */
  | { readonly operation: undefined; readonly allowed: readonly string[] };

/** Finds the operation of a request; fixed segments win over parameters. */
export function matchOperation(contract: Contract, method: string, pathname: string): Match {
  const candidates = Object.values(contract.operations)
    .map((operation) => ({ operation, path: readPath(operation.path, pathname) }))
    .filter((candidate): candidate is Extract<Match, { path: unknown }> => candidate.path !== undefined)
    .toSorted((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  const match = candidates.find(({ operation }) => operation.method === method);
  return match ?? { operation: undefined, allowed: candidates.map(({ operation }) => operation.method) };
}

/** The parameters of a path; `undefined` when it does not fit the template. */
function readPath(template: string, pathname: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const actual = pathname.split("/");
  if (expected.length !== actual.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, segment] of actual.entries()) {
    const name = /^\{(.+)\}$/.exec(expected[index] ?? "")?.[1];
    if (name === undefined && segment !== expected[index]) return undefined;
    if (name !== undefined) values[name] = decode(segment);
  }
  return values;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
