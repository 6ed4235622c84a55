import { Badge, Tooltip } from "@mantine/core";
import type { PermissionResourceV1 } from "@segment-iam/client";
import classes from "./permission-card.module.css";
import { resourceLook } from "./resource-types.ts";

/** A resource: its type and its ID. */
export function ResourceBadge({ resource: { id, type } }: { readonly resource: PermissionResourceV1 }) {
  const { label, icon: Icon } = resourceLook(type);
  return (
    <Tooltip label={`${label} ${id}`}>
      <Badge color="gray" className={classes.badge} leftSection={<Icon size={12} aria-hidden />} maw="100%">
        {label} <span className={classes.id}>{id}</span>
      </Badge>
    </Tooltip>
  );
}
