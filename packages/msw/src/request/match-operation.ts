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
  const values: [string, string][] = [];
  for (const [index, segment] of actual.entries()) {
    const found = readSegment(expected[index] ?? "", segment);
    if (found === undefined) return undefined;
    values.push(...found);
  }
  return Object.fromEntries(values);
}

/** The parameters of one segment, which may have text around them, as in `{id}.json`. */
function readSegment(template: string, segment: string): [string, string][] | undefined {
  const [before = "", ...texts] = template.split(/\{[^{}]+\}/);
  if (texts.length === 0) return segment === template ? [] : undefined;
  const names = Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
  if (!segment.startsWith(before)) return undefined;
  let rest = segment.slice(before.length);
  const values: [string, string][] = [];
  for (const [index, text] of texts.entries()) {
    const end = index === texts.length - 1 ? rest.length - text.length : rest.indexOf(text);
    if (end < 0 || !rest.startsWith(text, end)) return undefined;
    values.push([names[index] ?? "", decode(rest.slice(0, end))]);
    rest = rest.slice(end + text.length);
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
