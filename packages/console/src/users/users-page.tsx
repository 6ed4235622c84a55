import { listUsers, type UserV1 } from "@segment-iam/client";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { PageHeader } from "../layout/page-header.tsx";
import { Page } from "../layout/page.tsx";
import { ListView } from "../table/list-view.tsx";
import { SelectionBar } from "../table/selection-bar.tsx";
import { useSelection } from "../table/use-selection.ts";
import { matchesSearch } from "./matches-search.ts";
import { RemoveUsersDialog } from "./remove-users-dialog.tsx";
import { useUsers } from "./use-users.ts";
import { userColumns } from "./user-columns.tsx";
import { UserDrawer } from "./user-drawer.tsx";
import { userPath } from "./user-path.ts";

const empty = { icon: IconUsers, title: "Nobody is here yet", description: "Invite somebody to begin." };

/** All users of the workspace; the address may name one, who is then shown in a drawer. */
export function UsersPage() {
  const { userId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { query, users, total } = useUsers();
  const selection = useSelection(users, idOf);
  const [isRemoving, setRemoving] = useState(false);
  return (
    <Page>
      <PageHeader
        title="Users"
        count={total}
        description="Everybody who may enter the workspace, and with which roles"
      />
      <ListView
        noun="users"
        operation={listUsers}
        query={query}
        rows={users}
        total={total}
        columns={userColumns}
        keyOf={idOf}
        nameOf={({ name }) => name}
        matches={matchesSearch}
        selection={selection}
        onOpen={({ id }) => void navigate({ pathname: userPath(id), search })}
        empty={empty}
      />
      <SelectionBar selection={selection} action="Remove" onAction={() => setRemoving(true)} />
      <RemoveUsersDialog
        isOpen={isRemoving}
        userIds={[...selection.keys]}
        loaded={users}
        onClose={() => setRemoving(false)}
        onDone={() => selection.replace([])}
      />
      <UserDrawer userId={userId} onClose={() => void navigate({ pathname: "/users", search })} />
    </Page>
  );
}

function idOf({ id }: UserV1): string {
  return id;
}
