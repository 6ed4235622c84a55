import { useCallback, useEffect } from "react";
import { useBeforeUnload, useBlocker } from "react-router";

/** Asks before the page is left while work is under way that would be lost from sight. */
export function useLeaveGuard(isBusy: boolean): void {
  const { state, proceed, reset } = useBlocker(isBusy);
  useEffect(() => {
    if (state !== "blocked") return;
    // oxlint-disable-next-line no-alert -- it is what browsers ask with when a tab is closed, too
    if (window.confirm("The work goes on if you leave, but you will not see how it ends. Leave?")) proceed();
    else reset();
  }, [state, proceed, reset]);
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isBusy) event.preventDefault();
      },
      [isBusy],
    ),
  );
}
