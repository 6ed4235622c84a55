import { useLayoutEffect, useState, type RefObject } from "react";
import { useLocation } from "react-router";

/**
 * Stores the scroll offset of an element for each entry of the browser's history.
 *
 * @returns the offset at which to start: the stored one after Back or Forward, otherwise 0
 */
export function useScrollRestoration(element: RefObject<HTMLElement | null>): number {
  const storageKey = `scroll ${useLocation().key}`;
  const [initialOffset] = useState(() => Number(sessionStorage.getItem(storageKey)));
  useLayoutEffect(() => {
    const current = element.current;
    return () => sessionStorage.setItem(storageKey, String(current?.scrollTop ?? 0));
  }, [element, storageKey]);
  return initialOffset;
}
