import { Badge, Card, Group, Stack, Text, Tooltip } from "@mantine/core";
import type { AllowedLabelBeta, PermissionResourceV1, PermissionV1 } from "@segment-iam/client";
import classes from "./permission-card.module.css";
import { displayResourceType } from "./resource-types.ts";

/** A permission: its role, resources and labels. */
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
            <Badge key={formatLabel(label)} color="grape" title={label.description}>
              {formatLabel(label)}
            </Badge>
          ))}
        </Group>
      </Stack>
    </Card>
  );
}

function ResourceBadge({ resource: { id, type } }: { readonly resource: PermissionResourceV1 }) {
  const { label, icon: Icon } = displayResourceType(type);
  return (
    <Tooltip label={`${label} ${id}`}>
      <Badge color="gray" className={classes.badge} leftSection={<Icon size={12} aria-hidden />} maw="100%">
        {label} <span className={classes.id}>{id}</span>
      </Badge>
    </Tooltip>
  );
}

function formatLabel({ key, value }: AllowedLabelBeta): string {
  return `${key}: ${value}`;
}
