import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./list-toolbar.module.css";
import { SearchInput } from "./search-input.tsx";
import { texts } from "./texts.ts";
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
  const loaded = texts.loaded(loadedCount, total);
  const searched = hasMore ? loaded : texts.everything(loadedCount);
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <SearchInput label={texts.search(noun)} value={params.get("q")} onChange={(q) => params.set({ q })} />
        {filters}
      </Group>
      <Group gap="xs" justify="space-between" mih={34}>
        <Group gap="xs">
          <Text size="sm" c="dimmed" component="output">
            {loadedCount > 0 && (isFiltered ? texts.matches(matchCount, searched) : loaded)}
          </Text>
          {(hasMore || isLoadingAll) && (
            <Button size="compact-sm" variant="light" onClick={() => setLoadingAll(!isLoadingAll)}>
              {isLoadingAll ? texts.stop : texts.loadAll}
            </Button>
          )}
        </Group>
        {actions}
      </Group>
      {isLoadingAll && total !== undefined && (
        <progress className={classes.progress} value={loadedCount} max={total} aria-label={texts.loading(noun)} />
      )}
    </Stack>
  );
}
