import type { paths } from "@segment-iam/types";
import type { FetchResponse, ParamsOption, RequestBodyOption } from "openapi-fetch";
import type { FilterKeys, HttpMethod, MediaType, PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";
import type { CallOptions } from "./call-options.ts";
import type { ApiError } from "./errors/api-error.ts";

/** What a raw call takes: parameters by where they go, the body, and the options of any call. */
type RawInit<Path extends keyof paths, Method extends HttpMethod> = ParamsOption<FilterKeys<paths[Path], Method>> &
  RequestBodyOption<FilterKeys<paths[Path], Method>> &
  CallOptions;

/** What a raw call answers: the whole body under `data`, or everything that is not a success under `error`. */
type RawResponse<Described> =
  | Extract<FetchResponse<Described & Record<string, unknown>, object, MediaType>, { error?: never }>
  | { data?: never; error: ApiError; response: Response };

/** Calls a path of the document, as openapi-fetch does: nothing the API answers throws, `error` tells it from `data`. */
export type RawMethod<Method extends HttpMethod> = <Path extends PathsWithMethod<paths, Method>>(
  path: Path,
  ...init: RequiredKeysOf<RawInit<Path, Method>> extends never
    ? [init?: RawInit<Path, Method> | undefined]
    : [init: RawInit<Path, Method>]
) => Promise<RawResponse<NonNullable<FilterKeys<paths[Path], Method>>>>;

/** A raw call's options before the document's types are put on it. */
export interface UntypedRawInit extends CallOptions {
  readonly params?: Readonly<Partial<Record<"path" | "query" | "header", object>>>;
  readonly body?: unknown;
}

/** A raw call's answer before the document's types are put on it. */
export interface UntypedRawResponse {
  readonly data?: unknown;
  readonly error?: ApiError | undefined;
  readonly response: Response;
}
