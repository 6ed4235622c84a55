import { EmptyState } from "@mantine/core";
import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import type { Icon } from "@tabler/icons-react";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { formatCount } from "../format.ts";
import { QueryNotice } from "../feedback/query-status.tsx";
import type { Column } from "./column.ts";
import { DataGrid } from "./data-grid.tsx";
import { GridFooter } from "./grid-footer.tsx";
import { GridSkeleton } from "./grid-skeleton.tsx";
import { ListToolbar } from "./list-toolbar.tsx";
import { usePages } from "./use-page-loader.ts";
import { useSearchText } from "./use-search-text.ts";
import type { Selection } from "./use-selection.ts";

/** Which list is shown, and how. */
export interface ListViewProps<Row> {
  /** What the rows are, such as `users`. */
  readonly noun: string;
  /** What the query calls. */
  readonly operation: OperationDescriptor;
  readonly query: UseInfiniteQueryResult<unknown, IamFailure>;
  /** The rows that are loaded. */
  readonly rows: readonly Row[];
  /** How many there are in all; left out when nobody knows. */
  readonly total: number | undefined;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  /** Whether a row is what somebody looks for. */
  readonly matches: (row: Row, text: string) => boolean;
  readonly selection: Selection;
  readonly onOpen?: (row: Row) => void;
  /** What a workspace without any shows. */
  readonly empty: { readonly icon: Icon; readonly title: string; readonly description: string };
}

/** A paged list with a search: it loads as one scrolls, and says so when it waits, fails or is empty. */
export function ListView<Row>(props: ListViewProps<Row>) {
  const { noun, operation, query, rows, total, columns, keyOf, nameOf, matches, selection, onOpen, empty } = props;
  const pages = usePages(query);
  const [search, setSearch] = useSearchText();
  const text = useDeferredValue(search.trim());
  const shown = useMemo(() => (text ? rows.filter((row) => matches(row, text)) : rows), [rows, text, matches]);
  const label = noun.charAt(0).toUpperCase() + noun.slice(1);
  const { icon: EmptyIcon } = empty;
  return (
    <>
      <ListToolbar
        noun={noun}
        search={search}
        onSearch={setSearch}
        shownCount={shown.length}
        loadedCount={rows.length}
        total={total}
        hasMore={query.hasNextPage}
        pages={pages}
      />
      <QueryNotice query={query} operation={operation} title={`${label} could not be loaded`} onRetry={pages.retry} />
      {query.isPending && <GridSkeleton rows={10} />}
      {query.data !== undefined && (
        <DataGrid
          label={label}
          columns={columns}
          rows={shown}
          keyOf={keyOf}
          nameOf={nameOf}
          totalRows={text ? shown.length : total}
          selection={selection}
          onOpen={onOpen}
          // A search that finds little would otherwise load page after page without being asked to.
          onNearEnd={text ? undefined : pages.loadNext}
          footer={
            shown.length > 0 ? (
              <GridFooter
                isLoading={query.isFetchingNextPage}
                end={text || query.hasNextPage ? undefined : `All ${formatCount(rows.length)} ${noun}`}
              />
            ) : (
              <EmptyState
                p="xl"
                icon={<EmptyIcon stroke={1.5} />}
                title={text ? "Nothing found" : empty.title}
                description={text ? `None of the loaded ${noun} match “${text}”.` : empty.description}
              />
            )
          }
        />
      )}
    </>
  );
}
