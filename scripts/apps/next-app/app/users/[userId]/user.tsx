"use client";

import { useGetUser } from "@segment-iam/react";

/** A user, or why there is none. What the server found out is not asked for again. */
export function User({ userId }: { readonly userId: string }) {
  const { data, error } = useGetUser({ userId }, { retryOnMount: false });
  if (error)
    return <p role="alert">{error.name === "ApiError" ? `${error.status} ${error.operation}` : error.message}</p>;
  return <h1>{data?.user.email}</h1>;
}
