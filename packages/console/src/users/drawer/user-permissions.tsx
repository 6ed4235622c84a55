import { Button, Group, Text } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { Section } from "../../layout/section.tsx";
import { PermissionCard } from "../../permissions/permission-card.tsx";
import type { PermissionsFormMode } from "./permissions-form.tsx";

/** Props of {@link UserPermissions}. */
export interface UserPermissionsProps {
  readonly user: UserV1;
  readonly onEdit: (mode: PermissionsFormMode) => void;
}

/** Lists the permissions of a user. */
export function UserPermissions({ user, onEdit }: UserPermissionsProps) {
  const permissions = user.permissions ?? [];
  return (
    <Section
      title="Permissions"
      actions={
        <Group gap="xs">
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onEdit("add")}
          >
            Add
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => onEdit("replace")}
          >
            Edit
          </Button>
        </Group>
      }
    >
      {permissions.length === 0 && (
        <Text size="sm" c="dimmed">
          No direct permissions. Groups can grant permissions.
        </Text>
      )}
      {permissions.map((permission) => (
        <PermissionCard key={permission.roleId} permission={permission} />
      ))}
    </Section>
  );
}
