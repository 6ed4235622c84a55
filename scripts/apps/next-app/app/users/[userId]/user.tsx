"use client";

import { useGetUser } from "@segment-iam/react";

/** Shows a user or an error. Does not repeat a request that failed on the server. */
export function User({ userId }: { readonly userId: string }) {
  const { data, error } = useGetUser({ userId }, { retryOnMount: false });
  if (error)
    return <p role="alert">{error.name === "ApiError" ? `${error.status} ${error.operation}` : error.message}</p>;
  return <h1>{data?.user.email}</h1>;
}
