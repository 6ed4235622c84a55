import { matchOperation } from "@segment-iam/client";
import { afterEach } from "vitest";
import type { JsonSchema } from "../contract.ts";
import {
  createMockWorkspace as createUncheckedWorkspace,
  type MockWorkspace,
  type MockWorkspaceOptions,
} from "../create-mock-workspace.ts";
import { contract } from "../generated/contract.ts";
import { createValidator } from "../schema/create-validator.ts";

export type * from "../create-mock-workspace.ts";

const validate = createValidator(contract);
const operations = Object.values(contract.operations);
const ERROR_ENVELOPE: JsonSchema = {
  type: "object",
  required: ["errors"],
  properties: { errors: { type: "array", minItems: 1, items: contract.schemas["RequestError"] ?? false } },
};

/** The checks of the responses since the last test. */
const checks: Promise<string[]>[] = [];

/** Resolves to the problems of the responses since the last call or the last test. */
export async function takeProblems(): Promise<string[]> {
  return (await Promise.all(checks.splice(0))).flat();
}

afterEach(async () => {
  const problems = await takeProblems();
  if (problems.length > 0) throw new Error(`The mock's responses do not match the spec:\n${problems.join("\n")}`);
});

/**
 * Creates a workspace like `createMockWorkspace`. Fails the current test if a response does not match the spec.
 *
 * `vitest.checked-mock.ts` makes all tests use this function. Faults with a `body` are not checked, because a test defines them.
 */
export function createMockWorkspace(options?: MockWorkspaceOptions): MockWorkspace {
  const workspace = createUncheckedWorkspace(options);
  const { fetch, fail } = workspace;
  const faultTexts = new Set<string>();
  return Object.assign(workspace, {
    fail: (...[operation, fault]: Parameters<MockWorkspace["fail"]>) => {
      if (fault.body !== undefined)
        faultTexts.add(typeof fault.body === "string" ? fault.body : JSON.stringify(fault.body));
      fail(operation, fault);
    },
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      // A srvx request cannot be copied with `new Request`.
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      const response = await fetch(request);
      checks.push(findProblems(request, response.clone(), faultTexts));
      return response;
    },
  });
}

async function findProblems(
  { method, url }: Request,
  response: Response,
  faultTexts: ReadonlySet<string>,
): Promise<string[]> {
  const text = await response.text();
  if (faultTexts.has(text)) return [];
  const { pathname } = new URL(url);
  const problems = method === "HEAD" ? (text === "" ? [] : ["a body"]) : problemsOf(method, pathname, response, text);
  return problems.map((problem) => `${method} ${pathname} ${response.status}: ${problem}`);
}

function problemsOf(method: string, pathname: string, { ok, status, headers }: Response, text: string): string[] {
  const success = matchOperation(operations, method, pathname)?.operation.success;
  if (ok && status !== success?.status) return [`the spec declares ${success?.status}`];
  const schema = ok ? success?.schema : ERROR_ENVELOPE;
  if (schema === undefined) return text === "" ? [] : ["a body"];
  const type = headers.get("content-type") ?? "none";
  // Samples of text and files have no JSON to check.
  if (!/[/+]json$/.test(type)) return ok ? [] : [`content type ${type}`];
  return validate(JSON.parse(text), schema, "").map(({ field, message }) => `${field}: ${message}`);
}
