import { EmptyState, Text } from "@mantine/core";
import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import type { Icon } from "@tabler/icons-react";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { useSearchParams } from "react-router";
import { QueryStatus } from "../feedback/query-status.tsx";
import { formatCount } from "../format.ts";
import type { Column } from "./column.ts";
import { DataGrid } from "./data-grid.tsx";
import { GridSkeleton } from "./grid-skeleton.tsx";
import { ListToolbar } from "./list-toolbar.tsx";
import { usePageLoader } from "./use-page-loader.ts";
import type { Selection } from "./use-selection.ts";

/** Props of {@link ListView}. */
export interface ListViewProps<Row> {
  /** The plural of what the list shows, such as `users`. */
  readonly noun: string;
  /** The operation that the query calls. */
  readonly operation: OperationDescriptor;
  readonly query: UseInfiniteQueryResult<unknown, IamFailure>;
  /** The loaded rows. */
  readonly rows: readonly Row[];
  /** The number of rows including those not loaded; `undefined` if unknown. */
  readonly total: number | undefined;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  /** Returns whether a row matches a search text. */
  readonly matches: (row: Row, searchText: string) => boolean;
  readonly selection: Selection;
  readonly onOpen?: (row: Row) => void;
  /** Shown when the workspace has no rows. */
  readonly emptyState: { readonly icon: Icon; readonly title: string; readonly description: string };
}

/** A searchable list of a paginated query: toolbar, status and infinitely scrolling grid. */
export function ListView<Row>(props: ListViewProps<Row>) {
  const { noun, operation, query, rows, total, columns, keyOf, nameOf, matches, selection, onOpen, emptyState } = props;
  const pageLoader = usePageLoader(query);
  const [search, setSearch] = useSearchText();
  const searchText = useDeferredValue(search.trim());
  const shown = useMemo(
    () => (searchText ? rows.filter((row) => matches(row, searchText)) : rows),
    [rows, searchText, matches],
  );
  const label = noun.charAt(0).toUpperCase() + noun.slice(1);
  return (
    <>
      <ListToolbar
        noun={noun}
        search={search}
        onSearch={setSearch}
        matchCount={shown.length}
        loadedCount={rows.length}
        total={total}
        hasMore={query.hasNextPage}
        pageLoader={pageLoader}
      />
      <QueryStatus query={query} operation={operation} title={`Could not load ${noun}`} onRetry={pageLoader.retry} />
      {query.isPending && <GridSkeleton rows={10} />}
      {query.data !== undefined && (
        <DataGrid
          label={label}
          columns={columns}
          rows={shown}
          keyOf={keyOf}
          nameOf={nameOf}
          totalRows={searchText ? shown.length : total}
          selection={selection}
          onOpen={onOpen}
          // Disabled during a search. The end of a short result list is always visible, so the grid would load every page.
          onNearEnd={searchText ? undefined : pageLoader.loadNext}
          footer={<ListFooter {...{ noun, query, rows, shown, searchText, emptyState }} />}
        />
      )}
    </>
  );
}

interface ListFooterProps extends Pick<ListViewProps<unknown>, "noun" | "query" | "rows" | "emptyState"> {
  readonly shown: readonly unknown[];
  readonly searchText: string;
}

/** The end of the list: an empty state, loading rows, or the number of rows. */
function ListFooter({ noun, query, rows, shown, searchText, emptyState }: ListFooterProps) {
  const { icon: EmptyIcon, title, description } = emptyState;
  if (shown.length === 0) {
    return (
      <EmptyState
        p="xl"
        icon={<EmptyIcon stroke={1.5} />}
        title={searchText ? "No results" : title}
        description={searchText ? `No loaded ${noun} match “${searchText}”.` : description}
      />
    );
  }
  if (query.isFetchingNextPage) return <GridSkeleton rows={3} />;
  if (searchText || query.hasNextPage) return null;
  return (
    <Text size="xs" c="dimmed" ta="center" p="md">
      {`All ${formatCount(rows.length)} ${noun}`}
    </Text>
  );
}

/** The search text, stored in the URL so that it can be shared and survives a reload. */
function useSearchText(): [text: string, setText: (text: string) => void] {
  const [searchParams, setSearchParams] = useSearchParams();
  return [
    searchParams.get("q") ?? "",
    (text) =>
      setSearchParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (text) next.set("q", text);
          else next.delete("q");
          return next;
        },
        { replace: true },
      ),
  ];
}
