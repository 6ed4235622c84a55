import type { MockWorkspace } from "@segment-iam/msw/server";
import type { Page } from "playwright-core";
import type { ConsoleOptions } from "../server/start-console.ts";

/** A state of the console. The accessibility test checks each scene and saves a screenshot of it. */
export interface Scene {
  /** Unique. It also names the screenshots. */
  readonly name: string;
  readonly path: string;
  /** @default a mock workspace of 6 users and 4 invites */
  readonly options?: ConsoleOptions;
  /** Whether the state exists only on a phone. Other scenes are prepared on a desktop, and then resized. @default false */
  readonly isPhoneOnly?: boolean;
  /** Prepares the mock workspace before the page loads. */
  readonly arrange?: (workspace: MockWorkspace) => void;
  /** Brings the page into the state. */
  readonly prepare: (page: Page) => Promise<unknown>;
}
