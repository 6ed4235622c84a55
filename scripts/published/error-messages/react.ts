import { createIamClient, deleteUsers } from "@segment-iam/client";
import { IamProvider, useBulk, useListUsers, useRateLimit } from "@segment-iam/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import type { ErrorCase } from "./error-case.ts";

const iam = createIamClient({ token: "sgp_token", fetch: () => new Promise(() => {}) });

/** Renders a component that calls a hook, and returns the result of the hook. */
function render<Result>(useHook: () => Result, wrap: (children: ReactNode) => ReactNode): Result {
  const results: Result[] = [];
  const Component = () => {
    results.push(useHook());
    return null;
  };
  const client = new QueryClient();
  renderToString(createElement(QueryClientProvider, { client }, wrap(createElement(Component))));
  return results[0] as Result;
}

const withoutProvider = (children: ReactNode) => children;
const withProvider = (children: ReactNode) => createElement(IamProvider, { client: iam }, children);

/** The messages of `@segment-iam/react`. */
export const reactErrors: readonly ErrorCase[] = [
  [
    "a hook outside the provider",
    () => render(() => useListUsers(), withoutProvider),
    { name: "ConfigError", message: "No IamProvider found. Render <IamProvider client={iam}> above this component" },
  ],
  [
    "useRateLimit without a limiter",
    () => render(() => useRateLimit(deleteUsers), withProvider),
    {
      name: "ConfigError",
      message:
        "No limiter found for useRateLimit. Pass the client's rateLimit() interceptor to <IamProvider limiter={limiter}>",
    },
  ],
  [
    "a bulk run that is started before another has ended",
    async () => {
      const { start, abort } = render(() => useBulk(deleteUsers), withProvider);
      const first = start(["u1"]);
      const failure = await start(["u2"]).catch((error: unknown) => error);
      abort();
      await first;
      return failure;
    },
    {
      name: "InputError",
      message:
        "deleteUsers: userIds was not sent, because another run has not ended. Wait for its result, or call reset() to abort it",
      operation: "deleteUsers",
      field: "userIds",
    },
  ],
  [
    "a bulk run that is aborted",
    async () => {
      const { start, abort } = render(() => useBulk(deleteUsers), withProvider);
      const run = start(["u1"]);
      abort();
      return (await run).stopReason;
    },
    { name: "AbortError", message: "The bulk run was aborted" },
  ],
];
