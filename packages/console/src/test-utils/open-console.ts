import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { startConsole, type ConsoleOptions, type RunningConsole } from "../server/start-console.ts";
import type { MockWorkspace } from "@segment-iam/msw/server";

/** A console for one test, and a browser page that shows it. */
export interface OpenConsole {
  readonly page: Page;
  readonly url: string;
  /** The mock workspace. @throws {Error} with a token */
  readonly workspace: MockWorkspace;
}

/** The timeout of one step in the browser. */
const STEP_TIMEOUT_MS = 30_000;

/** The same timeout for `expect.poll`. */
export const untilStepTimeout = { timeout: STEP_TIMEOUT_MS };

/** Starts one browser for the tests of a file. Returns a function that opens a console in it. */
export function useBrowser(): (options?: ConsoleOptions, context?: BrowserContextOptions) => Promise<OpenConsole> {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = process.env["CHROMIUM_PATH"];
    if (!executablePath) throw new Error("Set CHROMIUM_PATH to the path of a Chromium executable");
    browser = await chromium.launch({ executablePath });
  });
  afterAll(() => browser.close());

  return async (options, contextOptions) => {
    const running = await startConsole({ port: 0, ...options });
    const context = await browser.newContext({ reducedMotion: "reduce", ...contextOptions });
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
    onTestFinished(async () => {
      await context.close();
      await running.close();
    });
    return {
      page,
      url: running.url,
      get workspace() {
        return workspaceOf(running);
      },
    };
  };
}

function workspaceOf({ workspace }: RunningConsole): MockWorkspace {
  if (!workspace) throw new Error("A console with a token has no mock workspace");
  return workspace;
}
