import type { OperationId, OperationTypes } from "@segment-iam/types";
import type { CallOptions, DataWithResponse, IamClient } from "./iam-client.ts";

/** A number of requests in a window of time. */
export interface RateLimit {
  /** How many requests a window allows. */
  readonly requests: number;
  /** The length of a window, in seconds. */
  readonly windowSeconds: number;
}

/** The metadata of an operation. Paging, retry, rate limits, caching, mocks and the proxy use it. */
export interface OperationDescriptor<Id extends string = string> {
  /** The `operationId` in the spec. */
  readonly id: Id;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template, such as `/users/{userId}`. */
  readonly path: string;
  /** The input members that go into the query. */
  readonly query?: readonly string[];
  /** The input members that go into headers, each named as its header. */
  readonly header?: readonly string[];
  /** `true` when the remaining members form the body; `"body"` when the member of that name is the whole body. */
  readonly body?: true | "body";
  /** The media type of the body, where it differs from the client's. */
  readonly contentType?: string;
  /** The media type to accept, where it differs from the client's. */
  readonly accept?: string;
  /** The member of `data` that has the items of a page. */
  readonly itemsField?: string;
  /** The largest page size, where it is smaller than the default page size. */
  readonly maxPageSize?: number;
  /** The only required input, if it is a list. Bulk operations split this list. */
  readonly bulkField?: string;
  /** The rate limit in the spec. The headers of a response take precedence. */
  readonly rateLimit?: RateLimit;
  /** Whether a repeat is safe, where the spec differs from the method's default. */
  readonly idempotent?: boolean;
  /** The query operations that a successful response invalidates, each with the path parameters that must match. */
  readonly invalidates?: Readonly<Record<string, readonly string[]>>;
  /** `true` when successful responses have no body, `"sometimes"` when they may have none. */
  readonly noContent?: true | "sometimes";
  /** `true` when the whole body is the result, without an envelope. */
  readonly unwrapped?: true;
}

/** The input of an operation. */
export type InputOf<Id extends OperationId> = OperationTypes[Id]["input"];

/** The result of an operation: the `data` of the envelope. */
export type DataOf<Id extends OperationId> = OperationTypes[Id]["data"];

/** The arguments after the client. The input is optional when none of its members is required. */
export type CallArguments<Id extends OperationId> =
  {} extends InputOf<Id>
    ? [input?: InputOf<Id> | undefined, options?: CallOptions | undefined]
    : [input: InputOf<Id>, options?: CallOptions | undefined];

/**
 * A function that calls the API, with the metadata of the operation as its properties.
 *
 * @throws {InputError} before anything is sent, when the input cannot be put into a request.
 * @throws {ApiError} for every response that is not a success.
 * @throws {NetworkError} when no complete response arrived.
 * @throws {TimeoutError} when an attempt took too long.
 * @throws {InvalidResponseError} for a successful response without readable `data`.
 */
export interface Operation<Id extends OperationId> extends OperationDescriptor<Id> {
  (client: IamClient, ...args: CallArguments<Id>): Promise<DataOf<Id>>;
  /** Makes the same call, and resolves to the data and the response, for its headers. */
  withResponse(client: IamClient, ...args: CallArguments<Id>): Promise<DataWithResponse<DataOf<Id>>>;
}

/** Creates an operation from its metadata. The generated operations are created with it. */
export function operation<Id extends OperationId>(descriptor: OperationDescriptor<Id>): Operation<Id> {
  // This is the only cast from `unknown` to a type of the spec. It is safe because the generator writes both the descriptor and the type.
  const withResponse = (client: IamClient, input?: object, options?: CallOptions) =>
    client.call(descriptor, input, options) as Promise<DataWithResponse<DataOf<Id>>>;
  const call = async (client: IamClient, input?: object, options?: CallOptions) =>
    (await withResponse(client, input, options)).data;
  return Object.assign(call, descriptor, { withResponse });
}
