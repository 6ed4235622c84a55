import { Text } from "@mantine/core";
import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Suspense, type ReactNode } from "react";
import { QueryStatus } from "../feedback/query-status.tsx";
import { lazyComponent } from "../layout/lazy-component.ts";
import { useIsSettled } from "../layout/use-is-settled.ts";
import type { Column } from "./column.ts";
import { DataGrid } from "./data-grid.tsx";
import { GridSkeleton } from "./grid-skeleton.tsx";
import type { ListEmptyStateProps } from "./list-empty-state.tsx";
import { ListActions } from "./list-actions.tsx";
import { ListToolbar } from "./list-toolbar.tsx";
import type { SelectionAction } from "./selection-bar.tsx";
import { texts } from "./texts.ts";
import { useListParams } from "./use-list-params.ts";
import { usePageLoader } from "./use-page-loader.ts";
import type { Selection } from "./use-selection.ts";
import { useWhenLoaded } from "./use-when-loaded.ts";

// These load on demand, so that the list renders sooner.
const ListEmptyState = lazyComponent(async () => (await import("./list-empty-state.tsx")).ListEmptyState);
const SelectionBar = lazyComponent(async () => (await import("./selection-bar.tsx")).SelectionBar);

/** The parameters in the URL that hide rows. */
const filterNames = ["q", "role", "resource", "ids"];

/** Props of {@link ListView}. */
export interface ListViewProps<Row> {
  /** The plural of what the list shows, such as `users`. */
  readonly noun: string;
  /** The operation that the query calls. */
  readonly operation: OperationDescriptor;
  readonly query: UseInfiniteQueryResult<unknown, IamFailure>;
  /** The loaded rows. */
  readonly rows: readonly Row[];
  /** The rows that match the search and the filters, in the order to show. */
  readonly shown: readonly Row[];
  /** The number of rows including those not loaded; `undefined` if unknown. */
  readonly total: number | undefined;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly selection: Selection;
  /** The actions for selected rows. */
  readonly actions: readonly SelectionAction[];
  readonly onOpen?: (row: Row) => void;
  /** Exports rows. Without it, the list has no export button. */
  readonly onExport?: (rows: readonly Row[]) => void;
  /** Fields that set parameters in the URL, beside the search. */
  readonly filters?: ReactNode;
  /** Shown when the workspace has no rows. */
  readonly emptyState: ListEmptyStateProps;
}

/** A list of a paginated query: toolbar, status, infinitely scrolling grid and selection. */
export function ListView<Row>(props: ListViewProps<Row>) {
  const { noun, operation, query, rows, shown, total, columns, keyOf, nameOf, selection, actions, filters } = props;
  const { onOpen, onExport, emptyState } = props;
  const params = useListParams();
  const isSettled = useIsSettled();
  const isFiltered = filterNames.some((name) => params.get(name).trim() !== "");
  // Filtered or sorted rows are complete only if all pages are loaded.
  const pageLoader = usePageLoader(query, isFiltered || params.get("sort") !== "");
  const whenLoaded = useWhenLoaded<"select" | "export">(query, pageLoader, (pending) => {
    if (pending === "select") selection.selectShown();
    else onExport?.(shown);
  });
  const isAllShownSelected = selection.keys.size > 0 && selection.keys.size === shown.length;
  const label = noun.charAt(0).toUpperCase() + noun.slice(1);
  return (
    <>
      <ListToolbar
        noun={noun}
        isFiltered={isFiltered}
        matchCount={shown.length}
        loadedCount={rows.length}
        total={total}
        hasMore={query.hasNextPage}
        pageLoader={pageLoader}
        filters={filters}
        actions={
          <ListActions
            updatedAtMs={query.dataUpdatedAt}
            isRefreshing={query.isRefetching && !query.isFetchingNextPage}
            onRefresh={() => void query.refetch()}
            onExport={onExport && (() => whenLoaded.start("export"))}
          />
        }
      />
      <QueryStatus query={query} operation={operation} title={texts.loadFailed(noun)} onRetry={pageLoader.retry} />
      {query.isPending && <GridSkeleton rows={10} />}
      {query.data !== undefined && (
        <DataGrid
          label={label}
          columns={columns}
          rows={shown}
          keyOf={keyOf}
          nameOf={nameOf}
          totalRows={isFiltered ? shown.length : total}
          selection={selection}
          onOpen={onOpen}
          // Disabled during a search. The end of a short result list is always visible, so pages would load even after Stop.
          onNearEnd={isFiltered ? undefined : pageLoader.loadNext}
          footer={<ListFooter {...{ noun, query, shown, isFiltered, emptyState }} />}
        />
      )}
      <Suspense>
        {isSettled && (
          <SelectionBar
            selection={selection}
            actions={actions}
            selectAll={
              isAllShownSelected && query.hasNextPage && !isFiltered && total !== undefined
                ? { total, isLoading: whenLoaded.pending === "select", start: () => whenLoaded.start("select") }
                : undefined
            }
          />
        )}
      </Suspense>
    </>
  );
}

interface ListFooterProps extends Pick<ListViewProps<unknown>, "noun" | "query" | "shown" | "emptyState"> {
  readonly isFiltered: boolean;
}

/** The end of the list: an empty state, loading rows, or the end of the list. */
function ListFooter({ noun, query, shown, isFiltered, emptyState }: ListFooterProps) {
  if (query.isFetchingNextPage) return <GridSkeleton rows={3} />;
  if (shown.length === 0) {
    const noResults = {
      icon: emptyState.icon,
      title: texts.noResults,
      description: query.hasNextPage ? texts.noLoadedMatches(noun) : texts.noMatches(noun),
    };
    return (
      <Suspense>
        <ListEmptyState {...(isFiltered ? noResults : emptyState)} />
      </Suspense>
    );
  }
  if (isFiltered || query.hasNextPage) return null;
  return (
    <Text size="xs" c="dimmed" ta="center" p="md">
      {texts.end}
    </Text>
  );
}
