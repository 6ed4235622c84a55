import { Avatar, Badge, Group, Text } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { Link, useLocation } from "react-router";
import { summarizeResources } from "../permissions/resource-types.ts";
import type { Column } from "../table/column.ts";
import classes from "./user-columns.module.css";

/** The number of roles to list in a row. The row shows only the count of the others. */
const MAX_ROLES = 2;

const dimmed = { size: "sm", c: "dimmed" };

/** The columns of the users list. */
export const userColumns: readonly Column<UserV1>[] = [
  { header: "User", width: "minmax(0, 5fr)", cell: (user) => <UserCell user={user} /> },
  {
    header: "Roles",
    width: "minmax(0, 5fr)",
    isWideOnly: true,
    cell: ({ permissions = [] }) => (
      <Group gap={6} wrap="nowrap">
        {permissions.length === 0 && <Text {...dimmed}>None</Text>}
        {permissions.slice(0, MAX_ROLES).map(({ roleId, roleName }) => (
          <Badge key={roleId}>{roleName}</Badge>
        ))}
        {permissions.length > MAX_ROLES && <Badge color="gray">{`+${permissions.length - MAX_ROLES}`}</Badge>}
      </Group>
    ),
  },
  {
    header: "Resources",
    width: "minmax(0, 4fr)",
    isWideOnly: true,
    cell: ({ permissions = [] }) => (
      <Text {...dimmed} truncate>
        {summarizeResources(permissions)}
      </Text>
    ),
  },
];

/** The name is a link to the user's page, so that the page can be opened in a new tab. */
function UserCell({ user: { id, name, email } }: { readonly user: UserV1 }) {
  const { search } = useLocation();
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar name={name} size={34} aria-hidden alt="" />
      <div className={classes.text}>
        <Link to={{ pathname: userPath(id), search }} tabIndex={-1} className={classes.name}>
          {name}
        </Link>
        <Text size="xs" c="dimmed" truncate>
          {email}
        </Text>
      </div>
    </Group>
  );
}

/** Returns the path of a user's page. */
export function userPath(userId: string): string {
  return `/users/${encodeURIComponent(userId)}`;
}
