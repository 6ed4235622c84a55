import type { CallOptions, DataOf, IamClient, Operation, OperationId } from "@segment-iam/client";

/**
 * Calls an operation without the client's retries: TanStack Query retries here, and two of them would multiply.
 *
 * A moment later, so that what is given up at once is never sent: StrictMode mounts twice, and cancels the first time's query.
 */
export async function callOnce<Id extends OperationId>(
  operation: Operation<Id>,
  client: IamClient,
  input: unknown,
  options?: CallOptions,
): Promise<DataOf<Id>> {
  await undefined;
  // Which arguments an operation takes is not known while `Id` is open; the builders' own types have checked the input.
  const call = operation as unknown as (...args: readonly unknown[]) => Promise<DataOf<Id>>;
  return call(client, input, { ...options, retry: false });
}
