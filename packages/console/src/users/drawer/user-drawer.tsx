import { Button, EmptyState, Stack } from "@mantine/core";
import { getUser } from "@segment-iam/client";
import { useGetUser } from "@segment-iam/react";
import { IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { isNotFound } from "../../feedback/explain-failure.ts";
import { QueryStatus } from "../../feedback/query-status.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { texts as frameTexts } from "../../layout/texts.ts";
import { useLastDefined } from "../../layout/use-last-defined.ts";
import { GridSkeleton } from "../../table/grid/grid-skeleton.tsx";
import { nameUser } from "../user-columns.tsx";
import { PermissionsForm } from "./permissions-form.tsx";
import { RemoveUser } from "./remove-user.tsx";
import { texts } from "./texts.ts";
import { UserGroups } from "./user-groups.tsx";
import { UserHeading } from "./user-heading.tsx";
import { UserPermissions } from "./user-permissions.tsx";
import type { PermissionsFormMode } from "./use-save-permissions.ts";

/** Props of {@link UserDrawer}. */
export interface UserDrawerProps {
  /** The user to show. Without it, the drawer is closed. */
  readonly userId: string | undefined;
  readonly onClose: () => void;
}

/** Shows a user beside the list. */
export function UserDrawer({ userId, onClose }: UserDrawerProps) {
  const shownId = useLastDefined(userId);
  const isOpen = userId !== undefined;
  return (
    <FormDrawer
      opened={isOpen}
      onClose={onClose}
      title={shownId === undefined ? texts.loading : <UserTitle userId={shownId} />}
    >
      {shownId !== undefined && <UserDetails key={shownId} userId={shownId} isOpen={isOpen} onClose={onClose} />}
    </FormDrawer>
  );
}

/** The user's name, which is also the title of the browser tab. */
function UserTitle({ userId }: { readonly userId: string }) {
  const { data, error } = useGetUser({ userId });
  if (isNotFound(error)) return texts.gone.title;
  if (!data) return texts.loading;
  const name = nameUser(data.user);
  return (
    <>
      <title>{frameTexts.pageTitle(name)}</title>
      {name}
    </>
  );
}

interface UserDetailsProps {
  readonly userId: string;
  /** Whether the drawer is open. While it closes, errors about a user who was just removed stay hidden. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function UserDetails({ userId, isOpen, onClose }: UserDetailsProps) {
  const query = useGetUser({ userId });
  const [mode, setMode] = useState<PermissionsFormMode>();
  /** The form that was closed last. Its button receives the focus. */
  const [closedMode, setClosedMode] = useState<PermissionsFormMode>();
  const user = query.data?.user;
  if (isNotFound(query.error)) return isOpen && <GoneUser onClose={onClose} />;
  return (
    <Stack gap="lg">
      {isOpen && (
        <QueryStatus query={query} operation={getUser} title={texts.loadFailed} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <GridSkeleton rows={3} />}
      {user && <UserHeading user={user} />}
      {user && mode && (
        <PermissionsForm
          user={user}
          mode={mode}
          onClose={() => {
            setClosedMode(mode);
            setMode(undefined);
          }}
        />
      )}
      {user && !mode && (
        <>
          <UserPermissions user={user} onEdit={setMode} closedMode={closedMode} />
          <UserGroups userId={userId} />
          <RemoveUser user={user} onRemoved={onClose} />
        </>
      )}
    </Stack>
  );
}

function GoneUser({ onClose }: { readonly onClose: () => void }) {
  return (
    <EmptyState p="xl" icon={<IconUserOff stroke={1.5} />} title={texts.gone.description}>
      <EmptyState.Actions>
        <Button onClick={onClose}>{texts.gone.back}</Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
