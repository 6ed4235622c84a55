import { ApiError, reviveError } from "@segment-iam/client";
import { useGetUserSuspense } from "@segment-iam/react";
import { QueryErrorResetBoundary } from "@tanstack/react-query";
import { Suspense } from "react";
import { ErrorBoundary, type FallbackProps } from "react-error-boundary";

export function UserPage({ userId }: { readonly userId: string }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <ErrorBoundary FallbackComponent={Failure} onReset={reset}>
          <Suspense fallback={<p>Loading</p>}>
            <User userId={userId} />
          </Suspense>
        </ErrorBoundary>
      )}
    </QueryErrorResetBoundary>
  );
}

function User({ userId }: { readonly userId: string }) {
  const { data } = useGetUserSuspense({ userId });
  return <h1>{data.user.email}</h1>;
}

function Failure({ error, resetErrorBoundary }: FallbackProps) {
  const failure = reviveError(error);
  return (
    <div role="alert">
      <h1>{failure instanceof ApiError ? `Error ${failure.status}` : "Error"}</h1>
      <p>{failure.message}</p>
      <button onClick={resetErrorBoundary}>Try again</button>
    </div>
  );
}
