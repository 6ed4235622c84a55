import { useCallback } from "react";
import { useBeforeUnload } from "react-router";

/** Asks before the console is closed while work is under way that would end with it. */
export function useLeaveGuard(isBusy: boolean): void {
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isBusy) event.preventDefault();
      },
      [isBusy],
    ),
  );
}
