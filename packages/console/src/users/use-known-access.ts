import { useMemo } from "react";
import { knownAccess, type KnownAccess } from "../permissions/permission-options.ts";
import { useUsers } from "./use-users.ts";

/** Roles and resources to choose from: those that the users loaded so far have. */
export function useKnownAccess(): KnownAccess {
  const { users } = useUsers();
  return useMemo(() => knownAccess(users), [users]);
}
