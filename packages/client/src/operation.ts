import type { OperationId, OperationTypes } from "@segment-iam/types";
import type { CallOptions } from "./call-options.ts";
import type { DataWithResponse, IamClient } from "./iam-client.ts";
import type { OperationDescriptor } from "./operation-descriptor.ts";

/** The input of an operation. */
export type InputOf<Id extends OperationId> = OperationTypes[Id]["input"];

/** What an operation answers: the `data` of the envelope. */
export type DataOf<Id extends OperationId> = OperationTypes[Id]["data"];

/** Arguments after the client: the input may be left out where nothing in it is required. */
export type CallArguments<Id extends OperationId> =
  {} extends InputOf<Id>
    ? [input?: InputOf<Id> | undefined, options?: CallOptions | undefined]
    : [input: InputOf<Id>, options?: CallOptions | undefined];

/**
 * A call of the API that carries its own description.
 *
 * @throws {InputError} before anything is sent, when the input cannot be put into a request.
 * @throws {ApiError} for every answer that is not a success.
 * @throws {NetworkError} when no complete response arrived.
 * @throws {TimeoutError} when an attempt took too long.
 * @throws {InvalidResponseError} for a success without readable `data`.
 */
export interface Operation<Id extends OperationId> extends OperationDescriptor<Id> {
  (client: IamClient, ...args: CallArguments<Id>): Promise<DataOf<Id>>;
  /** The same call, for those who want the response's headers too. */
  withResponse(client: IamClient, ...args: CallArguments<Id>): Promise<DataWithResponse<DataOf<Id>>>;
}

/** Makes an operation from its description. The generated operations are made with it. */
export function operation<Id extends OperationId>(descriptor: OperationDescriptor<Id>): Operation<Id> {
  // The one place where the wire's `unknown` becomes the spec's type: the generator vouches for the pair.
  const withResponse = (client: IamClient, input?: object, options?: CallOptions) =>
    client.call(descriptor, input, options) as Promise<DataWithResponse<DataOf<Id>>>;
  const call = async (client: IamClient, input?: object, options?: CallOptions) =>
    (await withResponse(client, input, options)).data;
  return Object.assign(call, descriptor, { withResponse });
}
