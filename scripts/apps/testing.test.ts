import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from "vitest";
import { REPOSITORY } from "../src/repository.ts";
import { findChromium } from "../src/system/chromium.ts";
import { environment, runProgram } from "./test-utils/install-app.ts";
import { startProgram } from "./test-utils/start-program.ts";
import { startBrowser, visit } from "./test-utils/visit.ts";

const folder = mkdtempSync(join(tmpdir(), "testing-example-"));

/** Installs the example with npm and the packed tarballs, as a user would. */
beforeAll(async () => {
  const source = join(REPOSITORY, "packages/examples/testing");
  cpSync(source, folder, { recursive: true, filter: (path) => basename(path) !== "node_modules" });
  await replacePorts("playwright.config.ts", "vite.config.ts");
  const tarballs = inject("packages").map(({ tarball }) => tarball);
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs]);
});

afterAll(() => rmSync(folder, { recursive: true }));

it("type-checks", () => {
  expect(runBin("tsc", "-p", ".")).toBe("");
});

it.each(["node", "jsdom", "browser"])("runs with Vitest: %s", (project) => {
  expect(runBin("vitest", "run", "--project", project)).toMatch(/Tests .*passed/);
});

it("runs with Jest and jsdom", () => {
  expect(JSON.parse(runBin("jest", "--json"))).toMatchObject({ success: true, numPassedTests: 2 });
});

it("runs with Jest and MSW, with the flag for ES modules", () => {
  const code = readFileSync(join(folder, "vitest/node.test.ts"), "utf8");
  writeFileSync(join(folder, "jest/msw.test.tsx"), code.replace('from "vitest"', 'from "@jest/globals"'));
  const variables = { NODE_OPTIONS: "--experimental-vm-modules" };
  const output = run(join(folder, "node_modules/.bin/jest"), ["--json", "jest/msw.test.tsx"], variables);
  expect(JSON.parse(output)).toMatchObject({ success: true, numPassedTests: 2 });
});

it("runs with Playwright and segment-iam-mock", () => {
  expect(runBin("playwright", "test")).toContain("1 passed");
});

it("renders the stories of a built Storybook", async () => {
  runBin("storybook", "build", "--quiet", "--disable-telemetry");
  const program = join(folder, "node_modules/vite/bin/vite.js");
  const server = await startProgram([program, "preview", "--outDir", "storybook-static", "--port", "0"], folder);
  onTestFinished(server.stop);
  const browser = await startBrowser();
  onTestFinished(() => browser.close());
  const story = (id: string) => visit(browser, `${server.url}/iframe.html?viewMode=story&id=${id}`);
  const { page: list } = await story("users--list");
  await list.getByText("Remove ada@example.com").waitFor();
  expect(await list.getByRole("button").count()).toBe(3);
  const { page: failed } = await story("users--failed");
  expect(await failed.getByRole("alert").textContent()).toContain("403");
});

function runBin(name: string, ...args: readonly string[]): string {
  return run(join(folder, "node_modules/.bin", name), args);
}

function run(program: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): string {
  const chromium = findChromium();
  const env = { ...environment(), NODE_ENV: "test" as const, NO_COLOR: "1", ...variables };
  return runProgram(program, args, folder, chromium === undefined ? env : { ...env, CHROMIUM_PATH: chromium });
}

/** Replaces the ports in the example's settings by free ones. */
async function replacePorts(...files: readonly string[]): Promise<void> {
  for (const port of ["4010", "5173"]) {
    const free = await findFreePort();
    for (const file of files) {
      const path = join(folder, file);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(port, free));
    }
  }
}

function findFreePort(): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(String(port)));
  });
  return promise;
}
