import { Badge, Card, Group, Stack, Text } from "@mantine/core";
import type { AllowedLabelBeta, PermissionV1 } from "@segment-iam/client";
import { ResourceBadge } from "./resource-badge.tsx";

/** A permission somebody holds: the role, what it is for, and the labels that narrow it. */
export function PermissionCard({ permission }: { readonly permission: PermissionV1 }) {
  const { roleName, roleId, resources } = permission;
  const labels = [...(permission.labels ?? []), ...resources.flatMap(({ labels = [] }) => labels)];
  return (
    <Card withBorder padding="sm">
      <Stack gap={6}>
        <div>
          <Text fw={550} size="sm">
            {roleName}
          </Text>
          <Text c="dimmed" size="xs" ff="monospace">
            {roleId}
          </Text>
        </div>
        <Group gap={6}>
          {resources.map((resource) => (
            <ResourceBadge key={`${resource.type} ${resource.id}`} resource={resource} />
          ))}
          {labels.map((label) => (
            <Badge key={textOf(label)} color="grape" title={label.description}>
              {textOf(label)}
            </Badge>
          ))}
        </Group>
      </Stack>
    </Card>
  );
}

function textOf({ key, value }: AllowedLabelBeta): string {
  return `${key}: ${value}`;
}
