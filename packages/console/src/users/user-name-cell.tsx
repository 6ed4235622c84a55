import { Avatar, Group, Text } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { Link, useLocation } from "react-router";
import classes from "./user-columns.module.css";
import { userPath } from "./user-path.ts";

/** Who it is. The name is a link, so that it can also be opened in another tab. */
export function UserNameCell({ user: { id, name, email } }: { readonly user: UserV1 }) {
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
