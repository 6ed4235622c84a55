export type * from "@segment-iam/types";
export type { ApiVersion, IamClientOptions, Region } from "./client-options.ts";
export { createIamClient } from "./create-iam-client.ts";
export { ApiError, type ApiErrorInit } from "./errors/api-error.ts";
export { ConfigError } from "./errors/config-error.ts";
export { IamError } from "./errors/iam-error.ts";
export type { IamFailure } from "./errors/iam-failure.ts";
export { InputError } from "./errors/input-error.ts";
export { InvalidResponseError } from "./errors/invalid-response-error.ts";
export { NetworkError } from "./errors/network-error.ts";
export { reviveError } from "./errors/revive-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export * from "./generated/operations.ts";
export { regions } from "./generated/servers.ts";
export type { CallOptions, DataWithResponse, IamClient } from "./iam-client.ts";
export type { CallState, RequestContext, Handler, Interceptor } from "./interceptor.ts";
export { operation, type CallArguments, type DataOf, type InputOf, type Operation } from "./operation.ts";
export { wireNameOf, type ChangedItems, type OperationDescriptor, type RateLimit } from "./operation-descriptor.ts";
export { matchOperation, type OperationMatch } from "./request/match-operation.ts";
export {
  parseDottedQuery,
  type ParsedQuery,
  type QueryProblem,
  type QueryValue,
} from "./request/parse-dotted-query.ts";
export { serializeDottedQuery, pathParameterNames } from "./request/serialize.ts";
export { readBodyText } from "./response/response-body.ts";
export type { Token } from "./token.ts";
