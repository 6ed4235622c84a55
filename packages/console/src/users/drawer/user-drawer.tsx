import { ActionIcon, Avatar, CopyButton, Drawer, Group, Stack, Text, Title, Tooltip } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { getUser, type UserV1 } from "@segment-iam/client";
import { useGetUser } from "@segment-iam/react";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { QueryStatus } from "../../feedback/query-status.tsx";
import { GridSkeleton } from "../../table/grid-skeleton.tsx";
import { PermissionsForm, type PermissionsFormMode } from "./permissions-form.tsx";
import { RemoveUser } from "./remove-user.tsx";
import { UserGroups } from "./user-groups.tsx";
import { UserPermissions } from "./user-permissions.tsx";

/** Props of {@link UserDrawer}. */
export interface UserDrawerProps {
  /** The user to show. Without it, the drawer is closed. */
  readonly userId: string | undefined;
  readonly onClose: () => void;
}

/** Shows a user beside the list. */
export function UserDrawer({ userId, onClose }: UserDrawerProps) {
  // Keeps the content while the drawer's closing transition runs.
  const [shownId, setShownId] = useState(userId);
  if (userId !== undefined && userId !== shownId) setShownId(userId);
  // Opens after it is mounted, because a drawer that is mounted open does not return the focus.
  const isMounted = useMounted();
  const isOpen = userId !== undefined && isMounted;
  return (
    <Drawer opened={isOpen} onClose={onClose} title="User" closeButtonProps={{ "aria-label": "Close" }}>
      {shownId !== undefined && <UserDetails key={shownId} userId={shownId} isOpen={isOpen} onClose={onClose} />}
    </Drawer>
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
  const user = query.data?.user;
  return (
    <Stack gap="lg">
      {isOpen && (
        <QueryStatus
          query={query}
          operation={getUser}
          title="Could not load user"
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

function UserHeading({ user: { id, name, email } }: { readonly user: UserV1 }) {
  return (
    <Group wrap="nowrap" gap="md">
      <title>{`${name} · Segment IAM`}</title>
      <Avatar name={name} size={56} aria-hidden alt="../../>
      <div style={{ minWidth: 0 }}>
        <Title order={2} size="h4">
          {name}
        </Title>
        <Text size="sm" c="dimmed" truncate>
          {email}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Text size="xs" c="dimmed" ff="monospace" truncate>
            {id}
          </Text>
          <CopyButton value={id}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? "Copied" : "Copy ID"}>
                <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Copy ID" onClick={copy}>
                  {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </Group>
      </div>
    </Group>
  );
}
