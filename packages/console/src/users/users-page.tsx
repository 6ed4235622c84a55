import { deleteUsers, listUsers, type UserV1 } from "@segment-iam/client";
import { IconUsers } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { lazyComponent } from "../layout/lazy-component.ts";
import { Page } from "../layout/page.tsx";
import { useIsSettled } from "../layout/use-is-settled.ts";
import { ListView } from "../table/list-view.tsx";
import { SelectionBar } from "../table/selection-bar.tsx";
import { useSelection } from "../table/use-selection.ts";
import { matchesUser, useUsers } from "./use-users.ts";
import { userColumns, userPath } from "./user-columns.tsx";

// The list does not wait for the code of the dialogs.
const BulkDialog = lazyComponent(async () => (await import("../bulk/bulk-dialog.tsx")).BulkDialog<"deleteUsers">);
const UserDrawer = lazyComponent(async () => (await import("./user-drawer.tsx")).UserDrawer);

const emptyState = { icon: IconUsers, title: "No users yet", description: "Invite people to get started." };

/** The users of the workspace. With a user ID in the path, a drawer shows that user. */
export function UsersPage() {
  const { userId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { query, users, total } = useUsers();
  const selection = useSelection(users, idOf);
  const isSettled = useIsSettled();
  const [isRemoving, setRemoving] = useState(false);
  const names = new Map(users.map(({ id, name, email }) => [id, `${name} <${email}>`]));
  return (
    <Page title="Users" count={total} description="People with access to this workspace, and their roles">
      <ListView
        noun="users"
        operation={listUsers}
        query={query}
        rows={users}
        total={total}
        columns={userColumns}
        keyOf={idOf}
        nameOf={({ name }) => name}
        matches={matchesUser}
        selection={selection}
        onOpen={({ id }) => void navigate({ pathname: userPath(id), search })}
        emptyState={emptyState}
      />
      <SelectionBar selection={selection} action="Remove" onAction={() => setRemoving(true)} />
      <Suspense>
        {isSettled && (
          <BulkDialog
            isOpen={isRemoving}
            operation={deleteUsers}
            items={[...selection.keys]}
            nameOf={(id) => names.get(id) ?? id}
            noun={["user", "users"]}
            action="Remove"
            pastTense="removed"
            warning="They will lose access to this workspace. To restore access, send new invites."
            onClose={() => setRemoving(false)}
            onDone={() => selection.replace([])}
          />
        )}
      </Suspense>
      <Suspense>
        {(isSettled || userId !== undefined) && (
          <UserDrawer userId={userId} onClose={() => void navigate({ pathname: "/users", search })} />
        )}
      </Suspense>
    </Page>
  );
}

function idOf({ id }: UserV1): string {
  return id;
}
