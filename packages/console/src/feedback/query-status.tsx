import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import { FailureNotice } from "./failure-notice.tsx";
import { WaitNotice } from "./rate-limit-notice.tsx";

/** What a notice reads of a query. */
interface NoticedQuery {
  readonly isFetching: boolean;
  readonly failureReason: IamFailure | null;
  readonly error: IamFailure | null;
}

/** What a query's notice shows. */
export interface QueryNoticeProps {
  readonly query: NoticedQuery;
  /** What it calls. */
  readonly operation: OperationDescriptor;
  /** What failed if it does, such as `Users could not be loaded`. */
  readonly title: string;
  readonly onRetry: () => void;
}

/** What there is to say of a query under way or failed: that it waits, or why it failed and how to go on. */
export function QueryNotice({ query, operation, title, onRetry }: QueryNoticeProps) {
  const { isFetching, failureReason, error } = query;
  return (
    <>
      <WaitNotice operation={operation} isBusy={isFetching} failure={failureReason} />
      {error && !isFetching && <FailureNotice failure={error} title={title} onRetry={onRetry} />}
    </>
  );
}
