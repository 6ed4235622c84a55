import { useLocalStorage } from "@mantine/hooks";
import { readWorkspace } from "../workspace.ts";

/** The user that the person at this browser marked as their own account. */
export interface OwnAccount {
  /** The user's ID; `undefined` until a user is marked. */
  readonly userId: string | undefined;
  /** Marks a user; `undefined` removes the mark. */
  mark(userId: string | undefined): void;
}

/** Stores the own account in this browser, for each workspace. The API has no operation that returns the user of the token. */
export function useOwnAccount(): OwnAccount {
  const { kind, id, region } = readWorkspace(document);
  const [userId, setUserId, removeUserId] = useLocalStorage<string>({
    key: ["own-account", id ?? kind, region].filter(Boolean).join(" "),
    getInitialValueInEffect: false,
  });
  return { userId, mark: (next) => (next === undefined ? removeUserId() : setUserId(next)) };
}
