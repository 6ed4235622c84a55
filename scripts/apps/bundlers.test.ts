import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isOperation, operationsIn } from "../published/size-budgets.ts";
import { installApp, type InstalledApp } from "./test-utils/install-app.ts";

/** The hooks of TanStack Query that hooks of @segment-iam/react call. */
const QUERY_HOOKS = ["useInfiniteQuery", "useMutation", "useQuery", "useSuspenseInfiniteQuery", "useSuspenseQuery"];

let app: InstalledApp;
let ids: readonly string[];

beforeAll(async () => {
  app = installApp("bundled-app", {
    "@rollup/plugin-node-resolve": "16.0.3",
    "@rspack/core": "2.3.3",
    "@tanstack/react-query": "5.108.0",
    esbuild: "0.28.2",
    next: "16.4.6",
    react: "19.3.1",
    "react-dom": "19.3.1",
    rolldown: "1.3.3",
    rollup: "4.68.8",
    vite: "8.4.0",
    webpack: "5.113.0",
  });
  const client = join(app.folder, "node_modules/@segment-iam/client/dist/index.js");
  const exported: Record<string, unknown> = await import(pathToFileURL(client).href);
  ids = Object.values(exported)
    .filter(isOperation)
    .map(({ id }) => id);
});

afterAll(() => app?.remove());

it.each(["esbuild", "rolldown", "rollup", "rspack", "vite", "webpack"])(
  "removes unused operations and hooks with %s",
  (bundler) => {
    const code = app.run(join(app.folder, "bundle.mjs"), bundler);
    expect(operationsIn(code, ids)).toEqual(["listUsers"]);
    expect(QUERY_HOOKS.filter((name) => new RegExp(`\\b${name}\\b`).test(code))).toEqual(["useQuery"]);
  },
);

it("removes unused operations with Next.js", () => {
  app.run("next", "build");
  const chunks = globSync(".next/static/chunks/**/*.js", { cwd: app.folder });
  const code = chunks.map((chunk) => readFileSync(join(app.folder, chunk), "utf8")).join("\n");
  expect(operationsIn(code, ids)).toEqual(["listUsers"]);
});
