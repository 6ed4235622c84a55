import { Badge, Group, Text } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { resourceSummary } from "../permissions/resource-summary.ts";
import type { Column } from "../table/column.ts";
import { UserNameCell } from "./user-name-cell.tsx";

/** How many roles a row names before it counts the rest. */
const ROLES_NAMED = 2;

const quiet = { size: "sm", c: "dimmed" };

/** What the list says of each user. */
export const userColumns: readonly Column<UserV1>[] = [
  { header: "User", width: "minmax(0, 5fr)", cell: (user) => <UserNameCell user={user} /> },
  {
    header: "Roles",
    width: "minmax(0, 5fr)",
    isExtra: true,
    cell: ({ permissions = [] }) => (
      <Group gap={6} wrap="nowrap">
        {permissions.length === 0 && <Text {...quiet}>None</Text>}
        {permissions.slice(0, ROLES_NAMED).map(({ roleId, roleName }) => (
          <Badge key={roleId}>{roleName}</Badge>
        ))}
        {permissions.length > ROLES_NAMED && <Badge color="gray">{`+${permissions.length - ROLES_NAMED}`}</Badge>}
      </Group>
    ),
  },
  {
    header: "Access to",
    width: "minmax(0, 4fr)",
    isExtra: true,
    cell: ({ permissions = [] }) => (
      <Text {...quiet} truncate>
        {resourceSummary(permissions)}
      </Text>
    ),
  },
];
