import type { BuiltPackages, HookResult, QueryClient } from "./built-packages.ts";

/** Renders a component that calls a hook, with `renderToString`. Returns the result of the hook. */
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
  const element = createElement(hooks["IamProvider"], { client }, createElement(Component, null));
  renderToString(createElement(tanstack.QueryClientProvider, { client: queryClient }, element));
  const [result] = results;
  if (result === undefined) throw new Error("The hook suspended");
  return result;
}
