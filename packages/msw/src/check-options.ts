import { ConfigError } from "@segment-iam/client";
import type { MockWorkspaceOptions } from "./create-mock-workspace.ts";

/**
 * Validates the numbers of items and the latency at run time, because they may come from the environment.
 *
 * @throws {ConfigError} for the first invalid option
 */
export function checkOptions({ latencyMs, ...options }: MockWorkspaceOptions): void {
  for (const name of ["users", "invites", "groups"] as const) {
    const value: unknown = options[name];
    if (value !== undefined && !Array.isArray(value) && !(Number.isSafeInteger(value) && Number(value) >= 0))
      throw new ConfigError(`${name} must be the items or how many to generate, got ${show(value)}`);
  }
  const delays = Array.isArray(latencyMs) && latencyMs.length === 2 ? latencyMs : [latencyMs];
  if (latencyMs !== undefined && typeof latencyMs !== "function" && !delays.every(isDelay))
    throw new ConfigError(`latencyMs must be a number of at least 0, a range or a function, got ${show(latencyMs)}`);
}

function isDelay(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value < Infinity;
}

/** Formats a value for an error message. */
function show(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? typeof value);
}
