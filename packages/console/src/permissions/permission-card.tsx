import { Badge, Card, Group, Stack, Text } from "@mantine/core";
import type { AllowedLabelBeta, PermissionResourceV1, PermissionV1 } from "@segment-iam/client";
import { CopyIdButton } from "./copy-id-button.tsx";
import classes from "./permission-card.module.css";
import { displayResourceType } from "./resource-types.ts";
import { texts } from "./texts.ts";

/** A permission: its role, resources and labels. */
export function PermissionCard({ permission }: { readonly permission: PermissionV1 }) {
  const { roleName, roleId, resources } = permission;
  const labels = [...(permission.labels ?? []), ...resources.flatMap(({ labels = [] }) => labels)];
  return (
    <Card withBorder padding="sm">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap">
          <Text fw={550} size="sm">
            {roleName}
          </Text>
          <CopyIdButton id={roleId} label={texts.copyRoleId} />
        </Group>
        {resources.length > 0 && (
          <ul className={classes.resources}>
            {resources.map((resource) => (
              <Resource key={`${resource.type} ${resource.id}`} resource={resource} />
            ))}
          </ul>
        )}
        {labels.length > 0 && (
          <Group gap={6}>
            {labels.map((label) => (
              <Badge key={formatLabel(label)} color="grape" title={label.description}>
                {formatLabel(label)}
              </Badge>
            ))}
          </Group>
        )}
      </Stack>
    </Card>
  );
}

/** The API returns no names of resources, so their IDs distinguish them. A workspace has only one. */
function Resource({ resource: { id, type } }: { readonly resource: PermissionResourceV1 }) {
  const { label, icon: Icon } = displayResourceType(type);
  return (
    <li className={classes.resource}>
      <Icon size={14} aria-hidden />
      <span>{label}</span>
      <span className={classes.id}>{type !== "WORKSPACE" && id}</span>
      <CopyIdButton id={id} label={texts.copyResourceId(label)} />
    </li>
  );
}

function formatLabel({ key, value }: AllowedLabelBeta): string {
  return `${key}: ${value}`;
}
