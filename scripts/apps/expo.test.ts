import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installRecipe, type InstalledApp } from "./test-utils/install-app.ts";

let app: InstalledApp;

beforeAll(() => {
  app = installRecipe("expo");
});

afterAll(() => app?.remove());

it("type-checks the Expo example", () => {
  expect(app.run("tsc", "-p", ".")).toBe("");
});

it("bundles the Expo example with the React Compiler", () => {
  app.run("expo", "export", "--platform", "android", "--no-bytecode");
  expect(existsSync(join(app.folder, "dist/metadata.json"))).toBe(true);
}, 420_000);
