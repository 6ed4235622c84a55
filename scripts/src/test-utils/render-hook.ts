import type { BuiltPackages, HookResult, QueryClient } from "./built-packages.ts";

/** Renders a component on a server that calls a hook, and gives what the hook gave. */
export function renderHook(
  { createElement, renderToString, hooks, tanstack }: BuiltPackages,
  queryClient: QueryClient,
  client: object,
  useHook: () => HookResult,
): HookResult {
  const results: HookResult[] = [];
  const Component = () => {
    results.push(useHook());
    return "";
  };
  const inside = createElement(hooks["IamProvider"], { client }, createElement(Component, null));
  renderToString(createElement(tanstack.QueryClientProvider, { client: queryClient }, inside));
  const [result] = results;
  if (result === undefined) throw new Error("The hook suspended");
  return result;
}
