import { ConfigError } from "@segment-iam/client";
import type { IamProxyOptions } from "./iam-proxy-options.ts";

/**
 * Makes sure that a proxy can work as it is asked to; most callers have a compiler that did, but a number or a path may come from the
 * environment.
 *
 * @throws {ConfigError} for the first option that cannot be. The message has no token in it.
 */
export function checkOptions(options: Readonly<Partial<Record<keyof IamProxyOptions, unknown>>>): void {
  const { token, authorize, allow, basePath, maxBodyBytes, timeoutMs, onError, interceptors } = options;
  if (!token || (typeof token !== "string" && typeof token !== "function"))
    throw new ConfigError("A proxy needs a token: a Public API token of your workspace, or a function that gives it");
  if (typeof authorize !== "function") throw new ConfigError("A proxy needs authorize, to decide who may call");
  if (!Array.isArray(allow) || allow.length === 0)
    throw new ConfigError("A proxy needs allow, the list of operations that may be called");
  for (const operation of allow) {
    if (!isOperation(operation))
      throw new ConfigError(`allow takes operations such as listUsers of @segment-iam/client, not ${show(operation)}`);
  }
  if (basePath !== undefined && !(typeof basePath === "string" && /^(\/[^?#]*)?$/.test(basePath)))
    throw new ConfigError(`basePath takes a path that begins with a slash, such as /api/iam, not ${show(basePath)}`);
  checkAmount("maxBodyBytes", maxBodyBytes);
  checkAmount("timeoutMs", timeoutMs);
  if (onError !== undefined && typeof onError !== "function")
    throw new ConfigError(`onError takes a function, not ${show(onError)}`);
  if (interceptors !== undefined && !(Array.isArray(interceptors) && interceptors.every(isFunction)))
    throw new ConfigError("interceptors takes a list of layers, such as [retry(), rateLimit()]");
}

function checkAmount(name: string, value: unknown): void {
  if (value !== undefined && !(typeof value === "number" && value > 0))
    throw new ConfigError(`${name} takes a number above 0, not ${show(value)}`);
}

function isOperation(value: unknown): boolean {
  const { id, method, path } = Object(value);
  return [id, method, path].every((member) => typeof member === "string");
}

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

/** A value as a message shows it. */
function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
