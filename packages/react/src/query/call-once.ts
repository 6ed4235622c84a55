import type { CallArguments, CallOptions, DataOf, IamClient, Operation, OperationId } from "@segment-iam/client";

/** Calls an operation without the client's retries: TanStack Query retries here, and two of them would multiply. */
export function callOnce<Id extends OperationId>(
  operation: Operation<Id>,
  client: IamClient,
  input: unknown,
  options?: CallOptions,
): Promise<DataOf<Id>> {
  // Which arguments an operation takes is not known while `Id` is open; the builders' own types have checked the input.
  const args = [input, { ...options, retry: false }] as unknown as CallArguments<Id>;
  return operation(client, ...args);
}
