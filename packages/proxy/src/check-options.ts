import { ConfigError } from "@segment-iam/client";
import type { IamProxyOptions } from "./iam-proxy-options.ts";

/**
 * Validates the options at run time, because numbers and paths may come from the environment.
 *
 * @throws {ConfigError} for the first invalid option. The message never contains the token.
 */
export function checkOptions(options: Readonly<Partial<Record<keyof IamProxyOptions, unknown>>>): void {
  const { token, authorize, allow, basePath, healthPath, onError, onAudit } = options;
  if (!token || (typeof token !== "string" && typeof token !== "function"))
    throw new ConfigError("token must be a Public API token of the workspace, or a function that returns one");
  if (typeof authorize !== "function")
    throw new ConfigError(
      `authorize must be a function that returns whether a call is allowed, got ${show(authorize)}`,
    );
  if (!Array.isArray(allow) || allow.length === 0)
    throw new ConfigError("allow must be a non-empty array of operations, such as [listUsers]");
  for (const operation of allow) {
    if (!isOperation(operation))
      throw new ConfigError(
        `allow must contain only operations, such as listUsers of @segment-iam/client, got ${show(operation)}`,
      );
  }
  if (!isPath(basePath, /^(\/[^?#]*)?$/))
    throw new ConfigError(`basePath must be a path with a leading slash, such as /api/iam, got ${show(basePath)}`);
  if (!isPath(healthPath, /^\/[^?#]*$/))
    throw new ConfigError(`healthPath must be a path with a leading slash, such as /healthz, got ${show(healthPath)}`);
  for (const name of ["maxBodyBytes", "maxResponseBytes", "timeoutMs"] as const) checkPositive(name, options[name]);
  checkFunction("onError", onError);
  checkFunction("onAudit", onAudit);
}

function isPath(value: unknown, pattern: RegExp): boolean {
  return value === undefined || (typeof value === "string" && pattern.test(value));
}

function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function")
    throw new ConfigError(`${name} must be a function, got ${show(value)}`);
}

function checkPositive(name: string, value: unknown): void {
  if (value !== undefined && !(typeof value === "number" && value > 0))
    throw new ConfigError(`${name} must be a number above 0, got ${show(value)}`);
}

function isOperation(value: unknown): boolean {
  const { id, method, path } = Object(value);
  return [id, method, path].every((member) => typeof member === "string");
}

/** Formats a value for an error message. */
function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
