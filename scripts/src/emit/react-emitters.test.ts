import { expect, it } from "vitest";

import { apiDocument } from "../test-utils/documents/api-document.ts";
import { modelOf } from "../test-utils/model-of.ts";
import type { Emitter } from "./emitter.ts";
import { reactHooks, reactQuery } from "./react-emitters.ts";

const page = {
  "things!": { type: "array", items: { type: "string" } },
  "pagination!": { type: "object", properties: { next: { type: "string" } } },
};
const request = { cursor: { type: "string" }, count: { type: "integer" } };
const pagination = { name: "pagination", in: "query", schema: { type: "object", properties: request } };

/** Returns the exports for a paged read, which has every kind of query, or for a write. */
async function exportsOf(emitter: Emitter, method: "get" | "post", deprecated: boolean): Promise<string[]> {
  const doc = { summary: "Do it", description: "A long description.", deprecated };
  const document =
    method === "get"
      ? apiDocument({ method, output: page, operation: { ...doc, parameters: [pagination] } })
      : apiDocument({ method, input: { "size!": { type: "integer" } }, operation: doc });
  const code = await emitter.emit(modelOf(document));
  return code.split(/(?=^\/\*\*)/m).slice(1);
}

it.each([
  ["hooks of a read", reactHooks, "get", 4],
  ["hooks of a write", reactHooks, "post", 1],
  ["keys, options and cache functions of a read", reactQuery, "get", 10],
  ["options of a write", reactQuery, "post", 1],
] as const)("marks all %s as deprecated only if the operation is deprecated", async (_case, emitter, method, count) => {
  const deprecated = await exportsOf(emitter, method, true);
  expect(deprecated).toHaveLength(count);
  for (const one of deprecated) expect(one).toMatch(/^ \* @deprecated\n \*\/\nexport const \w+/m);
  const others = await exportsOf(emitter, method, false);
  expect(others).toHaveLength(count);
  expect(others.join("")).not.toContain("@deprecated");
});

it.each([
  ["hook", "read", "get", reactHooks],
  ["hook", "write", "post", reactHooks],
  ["key and options builder", "read", "get", reactQuery],
  ["options builder", "write", "post", reactQuery],
] as const)(
  "documents each %s of a %s on one line with a link to its operation",
  async (_kind, _operation, method, emitter) => {
    for (const one of await exportsOf(emitter, method, false))
      expect(one).toMatch(/^\/\*\* Do it\. .+ \{@link makeThing\}\. \*\/\n/);
  },
);
