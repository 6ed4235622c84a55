import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";

/** The number of rows that Page Up and Page Down move. */
const PAGE_ROWS = 10;

const stepByKey: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: -Infinity,
  End: Infinity,
};

/** The tab stop of a grid: one row. The arrow keys move it. */
export interface RovingTabIndex {
  /** The index of the row. */
  readonly index: number;
  /** Call it when a row receives focus. */
  onFocus(index: number): void;
  /** Call it when a row loses focus. */
  onBlur(event: FocusEvent): void;
  /** Moves the focus on arrow keys, Page Up, Page Down, Home and End. With Shift, it also extends the selection. */
  onKeyDown(event: KeyboardEvent): void;
  /** The ref of the row at `index`. */
  ref(element: HTMLElement | null): void;
}

/**
 * Keeps one tab stop among the rows of a grid (ARIA Authoring Practices, grid pattern).
 *
 * When the row with the focus is removed, the focus moves to the next row, or to the previous one if it was the last.
 *
 * Mantine's `useRovingIndex` requires all rows in the DOM, which a virtualized grid does not have.
 *
 * @param scrollTo scrolls to a row, so that it is rendered before it receives focus
 * @param extend selects the rows between two indexes
 */
export function useRovingTabIndex(
  rowCount: number,
  scrollTo: (index: number) => void,
  extend: (fromIndex: number, toIndex: number) => void,
): RovingTabIndex {
  const [requestedIndex, setRequestedIndex] = useState(0);
  const index = Math.max(0, Math.min(requestedIndex, rowCount - 1));
  const element = useRef<HTMLElement>(null);
  const isMoving = useRef(false);
  /** Whether a row had the focus last, or an element in it or in its dialog. */
  const hadFocus = useRef(false);
  const lastRowCount = useRef(rowCount);
  useEffect(() => {
    const isRemoved = rowCount < lastRowCount.current && hadFocus.current && document.activeElement === document.body;
    lastRowCount.current = rowCount;
    if (!isMoving.current && !isRemoved) return;
    isMoving.current = false;
    element.current?.focus({ preventScroll: true });
  });
  return {
    index,
    onFocus(focusedIndex) {
      hadFocus.current = true;
      setRequestedIndex(focusedIndex);
    },
    onBlur({ relatedTarget }) {
      // An element that is disabled or removed loses the focus to no other element.
      if (relatedTarget instanceof Element) hadFocus.current = false;
    },
    ref: (next) => {
      element.current = next;
    },
    onKeyDown(event) {
      const step = stepByKey[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(index + step, rowCount - 1));
      isMoving.current = next !== index;
      setRequestedIndex(next);
      scrollTo(next);
      if (event.shiftKey) extend(index, next);
    },
  };
}

/** Moves a lost focus to the grid's current row. After a removal, that is the row after the removed one, or the last row. */
export function focusGrid(): void {
  const { activeElement, body } = document;
  if (activeElement !== null && activeElement !== body) return;
  document.querySelector<HTMLElement>('[role="grid"] tbody [tabindex="0"]')?.focus({ preventScroll: true });
}
