import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as client from "@segment-iam/client";
import * as react from "@segment-iam/react";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "../src/repository.ts";
import { bundle, isOperation, measureSizes, operationsIn, SIZE_BUDGETS } from "./size-budgets.ts";

const ids = Object.values<unknown>(client)
  .filter(isOperation)
  .map(({ id }) => id);
const sizes = await measureSizes();

const rows = sizes.map(({ entry, names, bytes, maxBytes }) => ({
  label: names ? `${entry} with ${names.join(", ")}` : entry,
  bytes,
  maxBytes,
}));

it.each(rows)("$label has at most $maxBytes bytes", ({ bytes, maxBytes }) => {
  expect(bytes).toBeLessThanOrEqual(maxBytes);
});

it.each(["client", "helpers", "msw", "proxy", "react"])("has a budget for each entry of %s", (name) => {
  const manifest = readFileSync(join(REPOSITORY, "packages", name, "package.json"), "utf8");
  const { exports }: { exports: Record<string, unknown> } = JSON.parse(manifest);
  const entries = Object.keys(exports).filter((path) => !path.endsWith(".json"));
  const budgets = SIZE_BUDGETS.filter(({ names }) => names === undefined).map(({ entry }) => entry);
  expect(budgets).toEqual(expect.arrayContaining(entries.map((path) => `@segment-iam/${name}${path.slice(1)}`)));
});

describe("a bundle", () => {
  it("contains all operations if all exports of the client are used", async () => {
    expect(operationsIn(await bundle({ entry: "@segment-iam/client" }), ids)).toEqual(ids);
  });

  it.each(ids)("with %s contains no other operation", async (id) => {
    const code = await bundle({ entry: "@segment-iam/client", names: ["createIamClient", id] });
    expect(operationsIn(code, ids)).toEqual([id]);
  });

  it.each(Object.keys(react).filter((name) => name.startsWith("use")))(
    "with the hook %s contains at most one operation",
    async (hook) => {
      const code = await bundle({ entry: "@segment-iam/react", names: ["IamProvider", hook] });
      expect(operationsIn(code, ids).length).toBeLessThanOrEqual(1);
    },
  );
});
