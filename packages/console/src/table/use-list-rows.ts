import type { IamFailure } from "@segment-iam/client";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useShownRows } from "./use-list-params.ts";
import { useSelection, type Selection } from "./use-selection.ts";

/** A query of a list, all pages in one. */
export type ListQuery<Row> = UseInfiniteQueryResult<
  { readonly items: readonly Row[]; readonly totalEntries: number | undefined },
  IamFailure
>;

/** The rows of a list. */
export interface ListRows<Row> {
  readonly query: ListQuery<Row>;
  readonly loaded: readonly Row[];
  /** The rows that match the search and the filters, in the order to show. */
  readonly shown: readonly Row[];
  /** The selected rows that are shown. */
  readonly selected: readonly Row[];
  readonly selection: Selection;
  /** The number of rows including those not loaded; `undefined` if unknown. */
  readonly total: number | undefined;
  readonly keyOf: (row: Row) => string;
}

const nothing: readonly never[] = [];

/**
 * Returns the loaded, shown and selected rows of a query.
 *
 * @param show filters and sorts rows by the parameters in the URL. Returns the same array if none applies. Must be stable between renders.
 * @param keyOf returns the unique key of a row. Must be stable between renders.
 */
export function useListRows<Row>(
  query: ListQuery<Row>,
  show: (rows: readonly Row[], params: URLSearchParams) => readonly Row[],
  keyOf: (row: Row) => string,
): ListRows<Row> {
  const loaded = query.data?.items ?? nothing;
  const shown = useShownRows(loaded, show);
  const selection = useSelection(loaded, shown, keyOf);
  const { keys } = selection;
  const selected = useMemo(() => shown.filter((row) => keys.has(keyOf(row))), [shown, keys, keyOf]);
  return { query, loaded, shown, selected, selection, total: query.data?.totalEntries, keyOf };
}
