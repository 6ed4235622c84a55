import type { OperationDescriptor } from "@segment-iam/client";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { API_PATH } from "../iam-api.ts";
import { untilStepTimeout } from "./open-console.ts";

/** Requests of an operation that wait in the browser. */
export interface HeldRequests {
  /** Waits for the next request, and sends it. */
  releaseNext(): Promise<void>;
  /** Sends all held requests, and holds no more. */
  release(): void;
}

/** Holds the requests of an operation, so that a test decides how long they are in flight. */
export async function holdRequests(page: Page, { method, path }: OperationDescriptor): Promise<HeldRequests> {
  const pathname = new RegExp(`^${API_PATH}${path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
  const held: (() => void)[] = [];
  let isHolding = true;
  await page.route(
    (url) => pathname.test(url.pathname),
    async (route) => {
      if (isHolding && route.request().method() === method) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    },
  );
  return {
    async releaseNext() {
      await expect.poll(() => held.length, untilStepTimeout).toBeGreaterThan(0);
      held.shift()?.();
    },
    release() {
      isHolding = false;
      for (const send of held.splice(0)) send();
    },
  };
}
