import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import { FailureNotice } from "./failure-notice.tsx";
import { RateLimitNotice } from "./rate-limit-notice.tsx";

/** Props of {@link QueryStatus}. */
export interface QueryStatusProps {
  readonly query: {
    readonly isFetching: boolean;
    readonly failureReason: IamFailure | null;
    readonly error: IamFailure | null;
  };
  /** The operation that the query calls. */
  readonly operation: OperationDescriptor;
  /** The title on failure, such as `Could not load users`. */
  readonly title: string;
  readonly onRetry: () => void;
}

/** Shows that a query is waiting for the rate limit, or that it failed. */
export function QueryStatus({ query, operation, title, onRetry }: QueryStatusProps) {
  const { isFetching, failureReason, error } = query;
  return (
    <>
      <RateLimitNotice operation={operation} isBusy={isFetching} failure={failureReason} />
      {error && !isFetching && <FailureNotice failure={error} title={title} onRetry={onRetry} />}
    </>
  );
}
