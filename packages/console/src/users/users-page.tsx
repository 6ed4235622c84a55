import { listUsers, type UserV1 } from "@segment-iam/client";
import { IconTrash, IconUsers, IconUserShield } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { InviteButton, InvitePanel } from "../invites/invite-panel.tsx";
import { lazyComponent } from "../layout/lazy-component.ts";
import { fromList, useClosePanel } from "../layout/use-close-panel.ts";
import { useIsSettled } from "../layout/use-is-settled.ts";
import { useRuns } from "../runs/use-runs.ts";
import { ListPage } from "../table/list-page.tsx";
import { useListRows } from "../table/use-list-rows.ts";
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
const UserDrawer = lazyComponent(async () => (await import("./drawer/user-drawer.tsx")).UserDrawer);

/** The users of the workspace. With a user ID in the path, a drawer shows that user. At `/users/new`, a drawer shows the invite form. */
export function UsersPage() {
  const { userId: panel } = useParams();
  const isInviting = panel === "new";
  const userId = isInviting ? undefined : panel;
  const { search } = useLocation();
  const navigate = useNavigate();
  const [showUsers] = useState(createShowUsers);
  const list = useListRows(useUsers().query, showUsers, idOf);
  const isSettled = useIsSettled();
  const closePanel = useClosePanel("/users");
  const [isChanging, setChanging] = useState(false);
  const runs = useRuns();

  async function removeSelected() {
    if (await runs.confirm({ kind: "remove-users", items: list.selected })) list.selection.deselectShown();
  }

  return (
    <ListPage
      texts={texts}
      icon={IconUsers}
      operation={listUsers}
      list={list}
      columns={userColumns}
      nameOf={nameUser}
      addButton={<InviteButton listPath="/users" />}
      actions={[
        { label: texts.changePermissions, icon: IconUserShield, onClick: () => setChanging(true) },
        { label: texts.remove, icon: IconTrash, kind: "danger", onClick: () => void removeSelected() },
      ]}
      onOpen={({ id }) => void navigate({ pathname: userPath(id), search }, { state: fromList })}
      onExport={(rows) => void exportUsers(rows)}
      filters={<UserFilters users={list.loaded} />}
    >
      <Suspense>
        {isSettled && (
          <BulkPermissionsDrawer
            isOpen={isChanging}
            users={list.selected}
            onOpen={() => setChanging(true)}
            onClose={() => setChanging(false)}
            onDone={list.selection.clear}
          />
        )}
      </Suspense>
      <Suspense>{(isSettled || userId !== undefined) && <UserDrawer userId={userId} onClose={closePanel} />}</Suspense>
      <InvitePanel listPath="/users" isOpen={isInviting} />
    </ListPage>
  );
}

function idOf({ id }: UserV1): string {
  return id;
}
