import { useEffect, useRef, useState, type KeyboardEvent } from "react";

/** How far Page Up and Page Down go. */
const PAGE_ROWS = 10;

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: -Infinity,
  End: Infinity,
};

/** The one row that the Tab key reaches; the arrow keys move it. */
export interface RovingRow {
  /** Its index. */
  readonly index: number;
  /** Notes that a row has the focus. */
  onFocus(index: number): void;
  /** Moves the focus when a key asks for it. */
  onKeyDown(event: KeyboardEvent): void;
  /** Takes the element of the row at `index`; it gets the focus if it is what the arrow keys moved to. */
  ref(element: HTMLElement | null): void;
}

/**
 * Keeps a single tab stop among the rows of a grid, as the ARIA Authoring Practices ask of one.
 *
 * @param scrollTo brings a row into view before it gets the focus: in a virtual list it may not exist yet
 */
export function useRovingRow(rowCount: number, scrollTo: (index: number) => void): RovingRow {
  const [wanted, setWanted] = useState(0);
  const index = Math.max(0, Math.min(wanted, rowCount - 1));
  const element = useRef<HTMLElement>(null);
  const isMoving = useRef(false);
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    element.current?.focus({ preventScroll: true });
  });
  return {
    index,
    onFocus: setWanted,
    ref: (next) => {
      element.current = next;
    },
    onKeyDown(event) {
      const step = steps[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(index + step, rowCount - 1));
      isMoving.current = next !== index;
      setWanted(next);
      scrollTo(next);
    },
  };
}
