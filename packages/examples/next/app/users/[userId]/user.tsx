"use client";

import { useGetUserSuspense } from "@segment-iam/react";

export function User({ userId }: { readonly userId: string }) {
  const { data } = useGetUserSuspense({ userId });
  return <h1>{data.user.email}</h1>;
}
