import { Button } from "@mantine/core";
import type { Pages } from "./use-page-loader.ts";

/** Fetches the whole list, for a search over all of it; while it does, the same button stops it. */
export function LoadAllButton({ pages: { isLoadingAll, setLoadingAll } }: { readonly pages: Pages }) {
  return (
    <Button size="compact-sm" variant="light" onClick={() => setLoadingAll(!isLoadingAll)}>
      {isLoadingAll ? "Stop" : "Load all"}
    </Button>
  );
}
