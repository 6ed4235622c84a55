import { useDeferredValue, useMemo } from "react";
import { useSearchParams } from "react-router";

/** The search, the filters and the order of a list. They are in the URL, so that they can be shared and survive a reload. */
export interface ListParams {
  /** Returns a parameter, or an empty string if it is missing. */
  get(name: string): string;
  /** Sets parameters. An empty value removes its parameter. */
  set(values: Readonly<Record<string, string>>): void;
}

/** Reads and replaces the parameters of a list. */
export function useListParams(): ListParams {
  const [searchParams, setSearchParams] = useSearchParams();
  return {
    get: (name) => searchParams.get(name) ?? "",
    set: (values) =>
      setSearchParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
  };
}

/**
 * Returns the rows to show.
 *
 * @param show filters and sorts rows by the parameters in the URL. Returns the same array if none applies. Must be stable between renders.
 */
export function useShownRows<Row>(
  rows: readonly Row[],
  show: (rows: readonly Row[], params: URLSearchParams) => readonly Row[],
): readonly Row[] {
  const [searchParams] = useSearchParams();
  const text = useDeferredValue(searchParams.toString());
  return useMemo(() => show(rows, new URLSearchParams(text)), [rows, show, text]);
}
