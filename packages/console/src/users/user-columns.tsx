import type { UserV1 } from "@segment-iam/client";
import { Link, useLocation } from "react-router";
import { fromList } from "../layout/use-close-panel.ts";
import { summarizeResources } from "../permissions/resource-types.ts";
import type { Column } from "../table/grid/column.ts";
import { texts } from "./texts.ts";
import classes from "./user-columns.module.css";

/** The columns of the users list. Cells are plain elements, because scrolling renders many of them. */
export const userColumns: readonly Column<UserV1>[] = [
  { header: texts.columns.name, sortKey: "name", width: "minmax(0, 3fr)", cell: (user) => <NameCell user={user} /> },
  {
    header: texts.columns.email,
    sortKey: "email",
    width: "minmax(0, 4.5fr)",
    narrowLine: 2,
    cell: ({ email }) => <div className={classes.text}>{email}</div>,
  },
  {
    header: texts.columns.roles,
    sortKey: "roles",
    width: "minmax(0, 5.5fr)",
    narrowLine: 3,
    cell: ({ permissions = [] }) => <RolesCell names={permissions.map(({ roleName }) => roleName)} />,
  },
  {
    header: texts.columns.resources,
    width: "minmax(0, 3fr)",
    narrowLine: 3,
    cell: ({ permissions = [] }) => (
      <div className={classes.text}>{permissions.length > 0 && summarizeResources(permissions)}</div>
    ),
  },
];

/** The name is a link to the user's page, so that the page can be opened in a new tab. */
function NameCell({ user }: { readonly user: UserV1 }) {
  const { search } = useLocation();
  return (
    <Link to={{ pathname: userPath(user.id), search }} state={fromList} tabIndex={-1} className={classes.name}>
      {nameUser(user)}
    </Link>
  );
}

/** Lists the first role, the second one on wide screens, and the number of the others. */
function RolesCell({ names }: { readonly names: readonly string[] }) {
  const [first, second, ...others] = names;
  if (first === undefined) return <div className={classes.text}>{texts.noRoles}</div>;
  return (
    <div className={classes.roles} title={names.join(", ")}>
      <span className={classes.role}>{first}</span>
      {second !== undefined && (
        <>
          <span className={`${classes.role} ${classes.ifWide}`}>{second}</span>
          <span className={`${classes.count} ${classes.ifNarrow}`}>{texts.more(others.length + 1)}</span>
          {others.length > 0 && (
            <span className={`${classes.count} ${classes.ifWide}`}>{texts.more(others.length)}</span>
          )}
        </>
      )}
    </div>
  );
}

/** Returns a user's name, or the email address of a user without a name. */
export function nameUser({ name, email }: UserV1): string {
  return name.trim() || email;
}

/** Returns the path of a user's page. */
export function userPath(userId: string): string {
  return `/users/${encodeURIComponent(userId)}`;
}
