import { useLocation, useNavigate } from "react-router";

/** The state of a history entry for a panel that was opened from its list. Closing the panel then navigates back. */
export const fromList = { isFromList: true };

/**
 * Returns a function that closes the panel beside a list.
 *
 * It navigates back if the panel was opened from the list, so that Back does not reopen the panel.
 *
 * @param listPath the path of the list
 */
export function useClosePanel(listPath: string): () => void {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  return () => {
    if (isFromList(state)) void navigate(-1);
    else void navigate({ pathname: listPath, search }, { replace: true });
  };
}

function isFromList(state: unknown): boolean {
  return typeof state === "object" && state !== null && "isFromList" in state;
}
