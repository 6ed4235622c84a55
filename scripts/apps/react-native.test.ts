import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installApp, type InstalledApp } from "./test-utils/install-app.ts";
import { runNative } from "./test-utils/run-native.ts";

const API = "https://app.example/api/iam";

let app: InstalledApp;
let bundle: string;

beforeAll(() => {
  app = installApp("native-app", {
    "@tanstack/react-query": "5.108.0",
    metro: "0.87.1",
    react: "19.3.1",
    "react-test-renderer": "19.3.1",
  });
  bundle = join(app.folder, "bundle.js");
  app.run(join(app.folder, "bundle.mjs"), bundle);
});

afterAll(() => app?.remove());

it("builds with Metro and the react-native condition, without React DOM", () => {
  const code = readFileSync(bundle, "utf8");
  expect(code).toContain("createIamClient");
  expect(code).not.toContain("react-dom");
});

it("runs without AbortSignal.timeout, structuredClone and other globals that React Native lacks", async () => {
  const mock = join(app.folder, "node_modules/@segment-iam/msw/dist/workspace.js");
  const { createMockWorkspace } = await import(pathToFileURL(mock).href);
  const workspace = createMockWorkspace({ users: 12 });
  const [first] = workspace.users;
  const report = await runNative(bundle, async (url, init) => {
    // Requests for invites get no response. They end with a timeout.
    if (String(url).endsWith("/invites")) return new Promise(() => {});
    const headers = { ...init?.headers, authorization: "Bearer sgp_test" };
    return workspace.fetch(String(url).replace(API, "https://api.segmentapis.com"), { ...init, headers });
  });
  expect(report).toEqual({
    users: 12,
    removed: 3,
    isApiError: true,
    status: 404,
    timeout: "CallTimeoutError",
    queried: first.email,
    rendered: ["first,other,other,other,other", "other,other,other,other,other"],
  });
});
