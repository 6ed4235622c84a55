import { useEffect, useEffectEvent, type RefObject } from "react";
import { useBeforeUnload, useNavigate } from "react-router";

/**
 * Asks before the page changes while a form has changes: on Back, Forward, links, reload and when the tab closes.
 *
 * Uses the Navigation API, because React Router blocks navigation only in its data routers, which would enlarge the first load. In
 * browsers without this API, only reload and closing the tab ask.
 *
 * @param hasChanges whether the form has changes
 * @param ask called instead of the navigation, with a function that continues it
 */
export function useLeaveGuard(hasChanges: RefObject<boolean>, ask: (leave: () => void) => void): void {
  const navigate = useNavigate();
  useBeforeUnload((event) => {
    if (hasChanges.current) event.preventDefault();
  });
  const onNavigate = useEffectEvent((event: NavigateEvent) => {
    const { url, key, sameDocument } = event.destination;
    const { pathname, search, hash } = new URL(url);
    // Reloads ask through `beforeunload`. A change of the search leaves the form open.
    if (!hasChanges.current || !event.cancelable || !sameDocument || pathname === location.pathname) return;
    event.preventDefault();
    const { navigationType } = event;
    ask(() => {
      if (navigationType === "traverse") window.navigation.traverseTo(key);
      else void navigate({ pathname, search, hash }, { replace: navigationType === "replace" });
    });
  });
  useEffect(() => {
    const navigation = window.navigation as Navigation | undefined;
    const listener = (event: NavigateEvent) => onNavigate(event);
    navigation?.addEventListener("navigate", listener);
    return () => navigation?.removeEventListener("navigate", listener);
  }, []);
}
