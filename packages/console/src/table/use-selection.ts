import { useState } from "react";

/** Which rows are selected, by key. */
export interface Selection {
  /** The selected keys. */
  readonly keys: ReadonlySet<string>;
  /** Selects one, or no longer. */
  toggle(key: string): void;
  /** Selects exactly these. */
  replace(keys: Iterable<string>): void;
}

/** Holds a selection of rows. It outlives filters and pages: what was selected stays so while it is out of sight. */
export function useSelection(): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set<string>());
  return {
    keys,
    replace: (next) => setKeys(new Set(next)),
    toggle: (key) => setKeys((keys) => (keys.has(key) ? keys.difference(new Set([key])) : new Set([...keys, key]))),
  };
}
