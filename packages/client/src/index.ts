export type * from "@segment-iam/types";
export { regions, type Region } from "./base-url.ts";
export type { CallOptions } from "./call-options.ts";
export { createIamClient, type IamClientOptions } from "./create-iam-client.ts";
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
export type { DataWithResponse, IamClient } from "./iam-client.ts";
export type { ApiVersion } from "./media-type.ts";
export { operation, type CallArguments, type DataOf, type InputOf, type Operation } from "./operation.ts";
export type { OperationDescriptor, RateLimit } from "./operation-descriptor.ts";
export { dottedQuery } from "./request/dotted-query.ts";
export { matchOperation, type OperationMatch } from "./request/match-operation.ts";
export {
  parseDottedQuery,
  type ParsedQuery,
  type QueryProblem,
  type QueryValue,
} from "./request/parse-dotted-query.ts";
export { pathParameters } from "./request/path-parameters.ts";
export { bodyText } from "./response/body-text.ts";
export type { Token } from "./token.ts";
export type { Call, Exchange, Handler, Interceptor } from "./transport/exchange.ts";
