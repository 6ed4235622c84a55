import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { formatCount, formatQuantity } from "../format.ts";
import classes from "./list-toolbar.module.css";
import { SearchInput } from "./search-input.tsx";
import { useListParams } from "./use-list-params.ts";
import type { PageLoader } from "./use-page-loader.ts";

/** Props of {@link ListToolbar}. */
export interface ListToolbarProps {
  /** The plural of what the list shows, such as `users`. */
  readonly noun: string;
  /** Whether a search or a filter hides rows. */
  readonly isFiltered: boolean;
  readonly matchCount: number;
  readonly loadedCount: number;
  /** The number of rows including those not loaded; `undefined` if unknown. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly pageLoader: PageLoader;
  readonly filters?: ReactNode;
  readonly actions: ReactNode;
}

/** Searches and filters the loaded rows and offers to load the rest. The API has no search. */
export function ListToolbar(props: ListToolbarProps) {
  const { noun, isFiltered, matchCount, loadedCount, total, hasMore, pageLoader, filters, actions } = props;
  const { isLoadingAll, setLoadingAll } = pageLoader;
  const params = useListParams();
  const loaded = formatCount(loadedCount) + (total === undefined ? "" : ` of ${formatCount(total)}`);
  const searched = hasMore ? `${loaded} loaded` : `all ${formatCount(loadedCount)}`;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <SearchInput label={`Search ${noun}`} value={params.get("q")} onChange={(q) => params.set({ q })} />
        {filters}
      </Group>
      <Group gap="xs" justify="space-between" mih={34}>
        <Group gap="xs">
          <Text size="sm" c="dimmed" component="output">
            {loadedCount > 0 &&
              (isFiltered ? `${formatQuantity(matchCount, ["match", "matches"])} in ${searched}` : `${loaded} loaded`)}
          </Text>
          {(hasMore || isLoadingAll) && (
            <Button size="compact-sm" variant="light" onClick={() => setLoadingAll(!isLoadingAll)}>
              {isLoadingAll ? "Stop" : "Load all"}
            </Button>
          )}
        </Group>
        {actions}
      </Group>
      {isLoadingAll && total !== undefined && (
        <progress className={classes.progress} value={loadedCount} max={total} aria-label={`Loading ${noun}`} />
      )}
    </Stack>
  );
}
