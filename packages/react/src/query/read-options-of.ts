import type { IamClient, InputOf, Operation, OperationId } from "@segment-iam/client";
import type { QueryClient, SkipToken } from "@tanstack/react-query";
import { callOnce } from "./call-without-retry.ts";
import { keyFor, type QueryKind } from "./key-of.ts";
import type { Cursor } from "./pages.ts";
import { settleOptions, type RetryOptions } from "./with-retry-defaults.ts";

/** What TanStack Query gives to a fetch; the cursor is that of an infinite query's page. */
interface Fetch {
  readonly signal: AbortSignal;
  readonly pageParam?: Cursor;
}

/** What the builders look at of a caller's options. */
export interface ReadOverrides extends RetryOptions {
  select?: unknown;
}

/**
 * What the options of both kinds of query share.
 *
 * @param inputOf what to call with: the input itself, or that of one page
 * @param settled further options that the kind settles, and may leave to the caller
 */
export function readOptionsOf<Id extends OperationId>(
  operation: Operation<Id>,
  kind: QueryKind,
  inputOf: (input: InputOf<Id> | undefined, cursor: Cursor) => unknown,
  settled?: (overrides: ReadOverrides | undefined) => object,
) {
  return (
    client: IamClient,
    input?: InputOf<Id> | SkipToken,
    overrides?: ReadOverrides,
    queryClient?: QueryClient,
  ): object => {
    const queryKey = keyFor(client, operation.id, input, kind);
    return settleOptions(operation, overrides, queryClient?.defaultQueryOptions({ queryKey }), {
      queryKey,
      // TanStack Query's `skipToken` is the only symbol an input can be; telling it by its type keeps React out of this module.
      queryFn:
        typeof input === "symbol"
          ? input
          : ({ pageParam, signal }: Fetch) => callOnce(operation, client, inputOf(input, pageParam), { signal }),
      ...settled?.(overrides),
    });
  };
}
