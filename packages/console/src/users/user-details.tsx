import { Stack } from "@mantine/core";
import { getUser } from "@segment-iam/client";
import { useGetUser } from "@segment-iam/react";
import { useState } from "react";
import { GridSkeleton } from "../table/grid-skeleton.tsx";
import { QueryNotice } from "../feedback/query-status.tsx";
import { PermissionsForm, type PermissionsFormMode } from "./permissions-form.tsx";
import { RemoveUser } from "./remove-user.tsx";
import { UserGroups } from "./user-groups.tsx";
import { UserHeading } from "./user-heading.tsx";
import { UserPermissions } from "./user-permissions.tsx";

/** What the details are about. */
export interface UserDetailsProps {
  readonly userId: string;
  /** Whether they are there to stay. What is about to close says nothing of a user who was just removed. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One user: permissions, which can be edited, and groups. */
export function UserDetails({ userId, isOpen, onClose }: UserDetailsProps) {
  const query = useGetUser({ userId });
  const [mode, setMode] = useState<PermissionsFormMode>();
  const user = query.data?.user;
  return (
    <Stack gap="lg">
      {isOpen && (
        <QueryNotice
          query={query}
          operation={getUser}
          title="The user could not be loaded"
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isPending && <GridSkeleton rows={3} />}
      {user && <UserHeading user={user} />}
      {user && mode && <PermissionsForm user={user} mode={mode} onClose={() => setMode(undefined)} />}
      {user && !mode && (
        <>
          <UserPermissions user={user} onEdit={setMode} />
          <UserGroups userId={userId} />
          <RemoveUser user={user} onRemoved={onClose} />
        </>
      )}
    </Stack>
  );
}
