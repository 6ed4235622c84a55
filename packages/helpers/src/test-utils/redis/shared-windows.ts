import type { RateLimit } from "@segment-iam/client";
import { createSharedWindow, type SharedPermit, type SharedWindow } from "../../redis/shared-window.ts";

/** Creates a shared window with `specLimit`, the limit from the spec. */
export function createWindow(specLimit: RateLimit | undefined): SharedWindow {
  const window = createSharedWindow();
  window.setSpecLimit(specLimit);
  return window;
}

/** Reserves a request as the probe. */
export function sendProbe(window: SharedWindow, nowMs = 0): SharedPermit {
  window.recordTake({ kind: "probe" }, "interactive", nowMs);
  return window.reserve(false, nowMs);
}

/** Reserves a request with a grant from the store that leaves `remaining` requests. */
export function sendGranted(
  window: SharedWindow,
  remaining: number,
  nowMs = 0,
  endsInMs: number = 60_000 - nowMs,
): SharedPermit {
  window.recordTake({ kind: "granted", remaining, endsInMs }, "interactive", nowMs);
  return window.reserve(false, nowMs);
}
