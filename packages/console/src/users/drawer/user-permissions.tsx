import { Button, Group, Text } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { Section } from "../../layout/section.tsx";
import { PermissionCard } from "../../permissions/permission-card.tsx";
import { texts } from "./texts.ts";
import type { PermissionsFormMode } from "./use-save-permissions.ts";

/** Props of {@link UserPermissions}. */
export interface UserPermissionsProps {
  readonly user: UserV1;
  readonly onEdit: (mode: PermissionsFormMode) => void;
  /** The form that was just closed. The button that opens it receives the focus. */
  readonly closedMode: PermissionsFormMode | undefined;
}

/** Lists the permissions of a user. */
export function UserPermissions({ user, onEdit, closedMode }: UserPermissionsProps) {
  const permissions = user.permissions ?? [];
  return (
    <Section
      title={texts.permissions.title}
      actions={
        <Group gap="xs">
          <Button
            ref={closedMode === "add" ? focus : undefined}
            size="xs"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onEdit("add")}
          >
            {texts.permissions.add}
          </Button>
          <Button
            ref={closedMode === "replace" ? focus : undefined}
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => onEdit("replace")}
          >
            {texts.permissions.edit}
          </Button>
        </Group>
      }
    >
      {permissions.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.permissions.none}
        </Text>
      )}
      {permissions.map((permission) => (
        <PermissionCard key={permission.roleId} permission={permission} />
      ))}
    </Section>
  );
}

function focus(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true });
}
