import { deleteUsers, listUsers, type UserV1 } from "@segment-iam/client";
import { IconUsers } from "@tabler/icons-react";
import { Suspense, useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { lazyComponent } from "../layout/lazy-component.ts";
import { Page } from "../layout/page.tsx";
import { useIsSettled } from "../layout/use-is-settled.ts";
import { ListView } from "../table/list-view.tsx";
import { useShownRows } from "../table/use-list-params.ts";
import { useSelection } from "../table/use-selection.ts";
import { exportUsers } from "./export-users.ts";
import { createShowUsers } from "./show-users.ts";
import { useUsers } from "./use-users.ts";
import { fromList, nameUser, userColumns, userPath } from "./user-columns.tsx";
import { UserFilters } from "./user-filters.tsx";

// The dialogs load on demand, so that the list renders sooner.
const BulkDialog = lazyComponent(async () => (await import("../bulk/bulk-dialog.tsx")).BulkDialog<"deleteUsers">);
const UserDrawer = lazyComponent(async () => (await import("./drawer/user-drawer.tsx")).UserDrawer);

const emptyState = { icon: IconUsers, title: "No users yet", description: "Invite people to get started." };

/** The users of the workspace. With a user ID in the path, a drawer shows that user. */
export function UsersPage() {
  const { userId } = useParams();
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const { query, users, total } = useUsers();
  const [showUsers] = useState(createShowUsers);
  const shown = useShownRows(users, showUsers);
  const selection = useSelection(users, shown, idOf);
  const isSettled = useIsSettled();
  const [isRemoving, setRemoving] = useState(false);
  const names = useMemo(
    () => new Map(isRemoving ? users.map(({ id, name, email }) => [id, `${name} <${email}>`]) : []),
    [users, isRemoving],
  );

  function closeUser() {
    // Navigates back instead of adding an entry, so that Back does not reopen the user.
    if (isFromList(state)) void navigate(-1);
    else void navigate({ pathname: "/users", search }, { replace: true });
  }

  return (
    <Page title="Users" count={total} description="People with access to this workspace, and their roles">
      <ListView
        noun="users"
        operation={listUsers}
        query={query}
        rows={users}
        shown={shown}
        total={total}
        columns={userColumns}
        keyOf={idOf}
        nameOf={nameUser}
        selection={selection}
        action={{ label: "Remove", onClick: () => setRemoving(true) }}
        onOpen={({ id }) => void navigate({ pathname: userPath(id), search }, { state: fromList })}
        onExport={(rows) => void exportUsers(rows)}
        filters={<UserFilters users={users} />}
        emptyState={emptyState}
      />
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
            onDone={selection.deselectShown}
          />
        )}
      </Suspense>
      <Suspense>{(isSettled || userId !== undefined) && <UserDrawer userId={userId} onClose={closeUser} />}</Suspense>
    </Page>
  );
}

function idOf({ id }: UserV1): string {
  return id;
}

function isFromList(state: unknown): boolean {
  return typeof state === "object" && state !== null && "isFromList" in state;
}
