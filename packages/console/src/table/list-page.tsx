import { Text } from "@mantine/core";
import type { OperationDescriptor } from "@segment-iam/client";
import type { Icon } from "@tabler/icons-react";
import { Suspense, type ReactNode } from "react";
import { QueryStatus } from "../feedback/query-status.tsx";
import type { Action } from "../layout/action-buttons.tsx";
import { lazyComponent } from "../layout/lazy-component.ts";
import { Page } from "../layout/page.tsx";
import { useIsSettled } from "../layout/use-is-settled.ts";
import type { Column } from "./grid/column.ts";
import { DataGrid } from "./grid/data-grid.tsx";
import { GridSkeleton } from "./grid/grid-skeleton.tsx";
import type { ListEmptyStateProps } from "./list-empty-state.tsx";
import { ListActions } from "./list-actions.tsx";
import { ListToolbar } from "./list-toolbar.tsx";
import { texts } from "./texts.ts";
import { useListParams } from "./use-list-params.ts";
import type { ListQuery, ListRows } from "./use-list-rows.ts";
import { usePageLoader } from "./use-page-loader.ts";
import { useWhenLoaded } from "./use-when-loaded.ts";

// These load on demand, so that the list renders sooner.
const ListEmptyState = lazyComponent(async () => (await import("./list-empty-state.tsx")).ListEmptyState);
const SelectionBar = lazyComponent(async () => (await import("./selection-bar.tsx")).SelectionBar);

/** The parameters in the URL that hide rows. */
const filterNames = ["q", "role", "resource", "ids"];

/** Props of {@link ListPage}. */
export interface ListPageProps<Row> {
  readonly texts: {
    readonly title: string;
    readonly description: string;
    /** The plural of what the list shows, such as `users`. */
    readonly noun: string;
    /** Shown when the workspace has no rows. */
    readonly empty: { readonly title: string; readonly description: string };
  };
  readonly icon: Icon;
  /** The operation that the query calls. */
  readonly operation: OperationDescriptor;
  readonly list: ListRows<Row>;
  readonly columns: readonly Column<Row>[];
  readonly nameOf: (row: Row) => string;
  /** The actions for selected rows. */
  readonly actions: readonly Action[];
  /** A button that adds a row, in the header and in an empty list. */
  readonly addButton: ReactNode;
  /** Other buttons in the header. */
  readonly headerActions?: ReactNode;
  readonly onOpen?: (row: Row) => void;
  /** Exports rows. Without it, the list has no export button. */
  readonly onExport?: (rows: readonly Row[]) => void;
  /** Fields that set parameters in the URL, beside the search. */
  readonly filters?: ReactNode;
  /** Drawers beside the list. */
  readonly children?: ReactNode;
}

/** A page with a paginated list: toolbar, status, infinitely scrolling grid and selection. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { texts: pageTexts, icon, operation, list, columns, nameOf, actions, addButton, headerActions } = props;
  const { onOpen, onExport, filters, children } = props;
  const { query, loaded, shown, selection, total, keyOf } = list;
  const { title, description, noun, empty } = pageTexts;
  const params = useListParams();
  const isSettled = useIsSettled();
  const isFiltered = filterNames.some((name) => params.get(name).trim() !== "");
  // Filtered or sorted rows are complete only if all pages are loaded.
  const pageLoader = usePageLoader(query, isFiltered || params.get("sort") !== "");
  const whenLoaded = useWhenLoaded<"select" | "export">(query, pageLoader, (pending) => {
    if (pending === "select") selection.selectShown();
    else onExport?.(shown);
  });
  const emptyState = { icon, ...empty, action: addButton };
  const isAllShownSelected = selection.keys.size > 0 && selection.keys.size === shown.length;
  return (
    <Page
      title={title}
      count={total}
      description={description}
      actions={
        <>
          {headerActions}
          {addButton}
        </>
      }
    >
      <ListToolbar
        noun={noun}
        isFiltered={isFiltered}
        matchCount={shown.length}
        loadedCount={loaded.length}
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
          label={title}
          columns={columns}
          rows={shown}
          keyOf={keyOf}
          nameOf={nameOf}
          totalRows={isFiltered ? shown.length : total}
          selection={selection}
          onOpen={onOpen}
          // Disabled during a search. The end of a short result list is always visible, so pages would load even after Stop.
          onNearEnd={isFiltered ? undefined : pageLoader.loadNext}
          footer={<ListFooter {...{ noun, query, isFiltered }} rowCount={shown.length} emptyState={emptyState} />}
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
      {children}
    </Page>
  );
}

interface ListFooterProps {
  readonly noun: string;
  readonly query: Pick<ListQuery<unknown>, "hasNextPage" | "isFetchingNextPage">;
  readonly rowCount: number;
  readonly isFiltered: boolean;
  readonly emptyState: ListEmptyStateProps;
}

/** The end of the list: an empty state, loading rows, or the end of the list. */
function ListFooter({ noun, query, rowCount, isFiltered, emptyState }: ListFooterProps) {
  if (query.isFetchingNextPage) return <GridSkeleton rows={3} />;
  if (rowCount === 0) {
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
