import { checkTimeoutMs, readClientOptions, type IamClientOptions } from "./client-options.ts";
import { ApiError } from "./errors/response-errors.ts";
import type { IamClient } from "./iam-client.ts";
import type { CallState } from "./interceptor.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";
import { splitInput } from "./request/split-input.ts";
import { readData } from "./response/read-data.ts";
import { createDispatch } from "./transport/dispatch.ts";
import type { RawInit } from "./raw-init.ts";

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * Creates a client. It opens no connection and keeps no state between calls: create one for each workspace, or for each request.
 *
 * @throws {ConfigError} when both `token` and `baseUrl` are missing, or when an option is invalid.
 * @example
 * const iam = createIamClient({ token: process.env.SEGMENT_TOKEN });
 * const { users } = await listUsers(iam, { pagination: { count: 50 } });
 */
export function createIamClient(options: IamClientOptions): IamClient {
  const settings = readClientOptions(options);
  const { dispatch, use, eject } = createDispatch(settings);

  const call: IamClient["call"] = async (operation, input = {}, callOptions = {}) => {
    checkTimeoutMs(callOptions.timeoutMs ?? 0);
    const shared: CallState = { options: callOptions, attempts: 0 };
    const init = splitInput(settings, operation, input, callOptions);
    const { response } = await dispatch(operation, operation.encode?.(init, operation) ?? init, shared);
    if (!response.ok) throw await ApiError.from(response, operation.id, shared.attempts);
    return { response, data: await readData(response, operation) };
  };

  const request = (method: string, path: string, init: RawInit = {}) => {
    const name = method.toUpperCase();
    const operation: OperationDescriptor = { id: `${name} ${path}`, method: name, path };
    return dispatch(operation, init, { options: {}, attempts: 0 }, true);
  };
  const methods = METHODS.map((method) => [method, (path: string, init?: RawInit) => request(method, path, init)]);

  // The return type `IamClient` adds the types of each path in the OpenAPI document.
  return { ...Object.fromEntries(methods), request, use, eject, scope: settings.scope, call };
}
