import { listUsers, type UserV1 } from "@segment-iam/client";
import { IconTrash, IconUsers, IconUserShield } from "@tabler/icons-react";
import { Suspense, useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { InviteButton } from "../invites/invite-button.tsx";
import { lazyComponent } from "../layout/lazy-component.ts";
import { Page } from "../layout/page.tsx";
import { fromList, useClosePanel } from "../layout/use-close-panel.ts";
import { useIsSettled } from "../layout/use-is-settled.ts";
import { useRuns } from "../runs/use-runs.ts";
import { ListView } from "../table/list-view.tsx";
import { useShownRows } from "../table/use-list-params.ts";
import { useSelection } from "../table/use-selection.ts";
import { exportUsers } from "./export-users.ts";
import { createShowUsers } from "./show-users.ts";
import { texts } from "./texts.ts";
import { useUsers } from "./use-users.ts";
import { nameUser, userColumns, userPath } from "./user-columns.tsx";
import { UserFilters } from "./user-filters.tsx";

// The drawers load on demand, so that the list renders sooner.
const BulkPermissionsDrawer = lazyComponent(
  async () => (await import("../bulk-permissions/bulk-permissions-drawer.tsx")).BulkPermissionsDrawer,
);
const InviteDrawer = lazyComponent(async () => (await import("../invites/invite-drawer.tsx")).InviteDrawer);
const UserDrawer = lazyComponent(async () => (await import("./drawer/user-drawer.tsx")).UserDrawer);

const emptyState = {
  icon: IconUsers,
  title: texts.empty.title,
  description: texts.empty.description,
  action: <InviteButton listPath="/users" />,
};

/** The users of the workspace. With a user ID in the path, a drawer shows that user. At `/users/new`, a drawer shows the invite form. */
export function UsersPage() {
  const { userId: panel } = useParams();
  const isInviting = panel === "new";
  const userId = isInviting ? undefined : panel;
  const { search } = useLocation();
  const navigate = useNavigate();
  const { query, users, total } = useUsers();
  const [showUsers] = useState(createShowUsers);
  const shown = useShownRows(users, showUsers);
  const selection = useSelection(users, shown, idOf);
  const isSettled = useIsSettled();
  const closePanel = useClosePanel("/users");
  const [isChanging, setChanging] = useState(false);
  const selectedUsers = useMemo(() => shown.filter(({ id }) => selection.keys.has(id)), [shown, selection.keys]);
  const runs = useRuns();

  async function removeSelected() {
    if (await runs.confirm({ kind: "remove-users", items: selectedUsers })) selection.deselectShown();
  }

  return (
    <Page
      title={texts.title}
      count={total}
      description={texts.description}
      actions={<InviteButton listPath="/users" />}
    >
      <ListView
        noun={texts.noun}
        operation={listUsers}
        query={query}
        rows={users}
        shown={shown}
        total={total}
        columns={userColumns}
        keyOf={idOf}
        nameOf={nameUser}
        selection={selection}
        actions={[
          { label: texts.changePermissions, icon: IconUserShield, onClick: () => setChanging(true) },
          { label: texts.remove, icon: IconTrash, isDangerous: true, onClick: () => void removeSelected() },
        ]}
        onOpen={({ id }) => void navigate({ pathname: userPath(id), search }, { state: fromList })}
        onExport={(rows) => void exportUsers(rows)}
        filters={<UserFilters users={users} />}
        emptyState={emptyState}
      />
      <Suspense>
        {isSettled && (
          <BulkPermissionsDrawer
            isOpen={isChanging}
            users={selectedUsers}
            onOpen={() => setChanging(true)}
            onClose={() => setChanging(false)}
            onDone={selection.clear}
          />
        )}
      </Suspense>
      <Suspense>{(isSettled || userId !== undefined) && <UserDrawer userId={userId} onClose={closePanel} />}</Suspense>
      <Suspense>{(isSettled || isInviting) && <InviteDrawer isOpen={isInviting} onClose={closePanel} />}</Suspense>
    </Page>
  );
}

function idOf({ id }: UserV1): string {
  return id;
}
