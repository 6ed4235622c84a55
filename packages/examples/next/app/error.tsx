"use client";

import { ApiError, reviveError } from "@segment-iam/client";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";

interface ErrorPageProps {
  readonly error: unknown;
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  // An error that the server sent to the browser has lost its class.
  const failure = reviveError(error);
  const retry = () => {
    resetQueries();
    reset();
  };
  return (
    <div role="alert">
      <h1>{failure instanceof ApiError ? `Error ${failure.status}` : "Error"}</h1>
      <p>{failure.message}</p>
      <button onClick={retry}>Try again</button>
    </div>
  );
}
