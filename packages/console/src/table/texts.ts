import { formatCount, formatQuantity } from "../format.ts";

/** The texts of lists. A noun is a plural, such as `users`. */
export const texts = {
  search: (noun: string) => `Search ${noun}`,
  clearSearch: "Clear search",
  loadFailed: (noun: string) => `Could not load ${noun}`,
  loading: (noun: string) => `Loading ${noun}`,
  loaded: (count: number, total: number | undefined) =>
    `${formatCount(count)}${total === undefined ? "" : ` of ${formatCount(total)}`} loaded`,
  matches: (count: number, searched: string) => `${formatQuantity(count, ["match", "matches"])} in ${searched}`,
  everything: (count: number) => `all ${formatCount(count)}`,
  loadAll: "Load all",
  stop: "Stop",
  clearFilters: "Clear filters",
  noResults: "No results",
  noMatches: (noun: string) => `No ${noun} match.`,
  noLoadedMatches: (noun: string) => `No loaded ${noun} match.`,
  end: "End of list",

  actions: {
    updated: (age: string) => `Updated ${age}`,
    refresh: "Refresh",
    compactRows: "Compact rows",
    comfortableRows: "Comfortable rows",
    exportCsv: "Export CSV",
  },

  selection: {
    label: "Selection",
    row: (name: string) => `Select ${name}`,
    shown: (count: number, noun: string) => `Select all ${formatCount(count)} ${noun} shown`,
    count: (shown: number, hidden: number) =>
      `${formatCount(shown)} selected${hidden > 0 ? `, ${formatCount(hidden)} hidden` : ""}`,
    all: (total: number) => `Select all ${formatCount(total)}`,
    actions: "Actions",
    clear: "Clear selection",
  },
};
