import { Alert, Badge, Group, List, Stack, Text } from "@mantine/core";
import type { PermissionInputV1 } from "@segment-iam/client";
import { IconAlertTriangle, IconMinus, IconPlus } from "@tabler/icons-react";
import { Section } from "../layout/section.tsx";
import { labelRole } from "../permissions/find-role.ts";
import { summarizeResources } from "../permissions/resource-types.ts";
import { nameUser } from "../users/user-columns.tsx";
import type { PermissionChangePlan, UserChange } from "./plan-permission-change.ts";
import { texts } from "./texts.ts";

/** The number of users to list. */
const MAX_LISTED = 5;

/** Props of {@link PermissionChangePreview}. */
export interface PermissionChangePreviewProps {
  /** `undefined` while the form is incomplete. */
  readonly plan: PermissionChangePlan | undefined;
  /** Role names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
  /** Whether the change removes labels on permissions. */
  readonly removesLabels: boolean;
}

/** Shows the effect of a permission change: the number of users who gain or lose access, and the changes of the first users. */
export function PermissionChangePreview({ plan, roles, removesLabels }: PermissionChangePreviewProps) {
  return (
    <Section title={texts.preview.title}>
      <Text size="sm" component="output" {...(!plan && { c: "dimmed" })}>
        {plan ? summarize(plan) : texts.preview.incomplete}
      </Text>
      {plan && plan.loseAllCount > 0 && (
        <Alert color="red" icon={<IconAlertTriangle />} py="xs">
          {texts.preview.loseAll(plan.loseAllCount)}
        </Alert>
      )}
      {plan && removesLabels && (
        <Alert color="yellow" icon={<IconAlertTriangle />} py="xs">
          {texts.preview.labels}
        </Alert>
      )}
      {plan && plan.changes.length > 0 && (
        <Stack component="ul" gap="sm" m={0} p={0} aria-label={texts.preview.list} style={{ listStyle: "none" }}>
          {plan.changes.slice(0, MAX_LISTED).map((change) => (
            <UserChangeItem key={change.user.id} change={change} roles={roles} />
          ))}
        </Stack>
      )}
      {plan && plan.changes.length > MAX_LISTED && (
        <Text size="sm" c="dimmed">
          {texts.preview.more(plan.changes.length - MAX_LISTED)}
        </Text>
      )}
    </Section>
  );
}

function summarize({ changes, gainCount, loseCount, unchangedCount }: PermissionChangePlan): string {
  if (changes.length === 0) return texts.preview.nothing;
  return [
    gainCount > 0 && texts.preview.gain(gainCount),
    loseCount > 0 && texts.preview.lose(loseCount),
    unchangedCount > 0 && texts.preview.unchanged(unchangedCount),
  ]
    .filter(Boolean)
    .join(", ");
}

interface UserChangeItemProps {
  readonly change: UserChange;
  readonly roles: ReadonlyMap<string, string>;
}

function UserChangeItem({ change: { user, added, removed, losesAll }, roles }: UserChangeItemProps) {
  const describe = ({ roleId, resources }: PermissionInputV1) =>
    [labelRole(roleId, roles), summarizeResources([{ resources }]).toLowerCase()] as const;
  return (
    <li>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {nameUser(user)}
        </Text>
        {losesAll && <Badge color="red">{texts.preview.losesAll}</Badge>}
      </Group>
      <List size="sm" mt={4} spacing={2} center listStyleType="none">
        {added.map((permission) => (
          <List.Item
            key={permission.roleId}
            icon={<IconPlus size={14} color="var(--mantine-color-green-text)" aria-hidden />}
          >
            {texts.preview.added(...describe(permission))}
          </List.Item>
        ))}
        {removed.map((permission) => (
          <List.Item
            key={permission.roleId}
            icon={<IconMinus size={14} color="var(--mantine-color-error)" aria-hidden />}
          >
            {texts.preview.removed(...describe(permission))}
          </List.Item>
        ))}
      </List>
    </li>
  );
}
