import type { OperationId, OperationTypes } from "@segment-iam/types";
import { InputError } from "./errors/request-errors.ts";
import type { CallOptions, DataWithResponse, IamClient } from "./iam-client.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";

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
 * @throws {InputError} before anything is sent, when the input is invalid.
 * @throws {ApiError} for every response that is not a success.
 * @throws {NetworkError} when no complete response arrived.
 * @throws {CallTimeoutError} when an attempt took too long.
 * @throws {InvalidResponseError} for a successful response without readable `data`.
 * @throws {ConfigError} when a token function returns no token, or outside browsers when the base URL is a path.
 */
export interface Operation<Id extends OperationId> extends OperationDescriptor<Id> {
  (client: IamClient, ...args: CallArguments<Id>): Promise<DataOf<Id>>;
  /** Makes the same call, and resolves to the data and the response, for example to read its headers. */
  withResponse(client: IamClient, ...args: CallArguments<Id>): Promise<DataWithResponse<DataOf<Id>>>;
}

/** Creates an operation from its metadata. The generated operations are created with it. */
export function operation<Id extends OperationId>(descriptor: OperationDescriptor<Id>): Operation<Id> {
  // This is the only cast from `unknown` to a type of the spec. It is safe because the generator writes both the descriptor and the type.
  const withResponse = async (client: IamClient, input?: object, options?: CallOptions) => {
    // JavaScript callers may forget the client.
    if (client?.scope === undefined)
      throw new InputError(descriptor.id, "client", "must be the first argument; createIamClient creates one");
    return client.call(descriptor, input, options) as Promise<DataWithResponse<DataOf<Id>>>;
  };
  const call = async (client: IamClient, input?: object, options?: CallOptions) =>
    (await withResponse(client, input, options)).data;
  return Object.assign(call, descriptor, { withResponse });
}
