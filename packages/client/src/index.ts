export type * from "@segment-iam/types";
export type { ApiVersion, IamClientOptions, Region } from "./client-options.ts";
export { createIamClient } from "./create-iam-client.ts";
export { ApiError, type ApiErrorInit, InvalidResponseError } from "./errors/response-errors.ts";
export { ConfigError, InputError } from "./errors/request-errors.ts";
export { IamError } from "./errors/iam-error.ts";
export type { CursorLoopFailure, IamFailure, QueueFullFailure, WaitTooLongFailure } from "./errors/iam-failure.ts";
export { NetworkError, CallTimeoutError } from "./errors/transport-errors.ts";
export { reviveError } from "./errors/revive-error.ts";
export * from "./generated/operations.ts";
export { regions } from "./generated/servers.ts";
export type { CallOptions, DataWithResponse, IamClient } from "./iam-client.ts";
export type { CallState, RequestContext, Handler, Interceptor } from "./interceptor.ts";
export { operation, type CallArguments, type DataOf, type InputOf, type Operation } from "./operation.ts";
export {
  wireNameOf,
  type ChangedItems,
  type OperationDescriptor,
  type QueryStyle,
  type RateLimit,
} from "./operation-descriptor.ts";
export type { RawInit } from "./raw-init.ts";
export { multipartBody, rawBody, urlencodedBody } from "./request/encode-body.ts";
export { matchOperation, type OperationMatch } from "./request/match-operation.ts";
export {
  parseDottedQuery,
  parseForm,
  type ParsedQuery,
  type QueryProblem,
  type QueryValue,
} from "./request/parse-dotted-query.ts";
export { parseStyledQuery, type ParsedStyledQuery } from "./request/parse-styled-query.ts";
export type { HeadersInput } from "./request/read-headers.ts";
export { serializeDottedQuery, pathParameterNames } from "./request/serialize.ts";
export { styledQuery } from "./request/styled-query.ts";
export { readBodyText } from "./response/response-body.ts";
export type { Token } from "./token.ts";
export type { FetchOptions, FetchResponse, Middleware } from "openapi-fetch";
