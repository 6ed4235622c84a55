import { Button } from "@mantine/core";
import { listInvites } from "@segment-iam/client";
import { useListInvitesInfinite } from "@segment-iam/react";
import { IconFileImport, IconMailForward, IconTrash } from "@tabler/icons-react";
import { Link, useMatch } from "react-router";
import { useRuns } from "../runs/use-runs.ts";
import { ListPage } from "../table/list-page.tsx";
import { useListRows } from "../table/use-list-rows.ts";
import { inviteColumns } from "./invite-columns.tsx";
import { InviteButton, InvitePanel } from "./invite-panel.tsx";
import { searchEmails } from "./search-emails.ts";
import { texts } from "./texts.ts";

/** The pending invites. At `/invites/new`, a drawer shows the invite form. */
export function InvitesPage() {
  const isInviting = useMatch("/invites/new") !== null;
  const list = useListRows(useListInvitesInfinite(), searchEmails, identity);
  const runs = useRuns();

  async function revokeSelected() {
    const items = list.selected.map((email) => ({ email }));
    if (await runs.confirm({ kind: "revoke-invites", items })) list.selection.deselectShown();
  }

  return (
    <ListPage
      texts={texts}
      icon={IconMailForward}
      operation={listInvites}
      list={list}
      columns={inviteColumns}
      nameOf={identity}
      addButton={<InviteButton listPath="/invites" />}
      headerActions={
        <Button component={Link} to="/import" variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
          {texts.import}
        </Button>
      }
      actions={[{ label: texts.revokeSelected, icon: IconTrash, kind: "danger", onClick: () => void revokeSelected() }]}
    >
      <InvitePanel listPath="/invites" isOpen={isInviting} />
    </ListPage>
  );
}

function identity(email: string): string {
  return email;
}
