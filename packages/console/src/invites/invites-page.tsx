import { Button } from "@mantine/core";
import { deleteInvites, listInvites } from "@segment-iam/client";
import { IconFileImport, IconMailForward, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useMatch, useNavigate } from "react-router";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { Page } from "../layout/page.tsx";
import { ListView } from "../table/list-view.tsx";
import { SelectionBar } from "../table/selection-bar.tsx";
import { useSelection } from "../table/use-selection.ts";
import { inviteColumns } from "./invite-columns.tsx";
import { InviteDrawer } from "./invite-drawer.tsx";
import { useInvites } from "./use-invites.ts";

const empty = {
  icon: IconMailForward,
  title: "No open invites",
  description: "Everybody who was invited has accepted.",
};

/** The invites that nobody has accepted yet; at `/invites/new` with the form that sends some. */
export function InvitesPage() {
  const navigate = useNavigate();
  const isInviting = useMatch("/invites/new") !== null;
  const { query, emails, total } = useInvites();
  const selection = useSelection(emails, identity);
  const [isWithdrawing, setWithdrawing] = useState(false);
  return (
    <Page>
      <PageHeader title="Invites" count={total} description="Addresses that were invited and have not accepted yet">
        <Button component={Link} to="/import" variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
          Import
        </Button>
        <Button component={Link} to="/invites/new" leftSection={<IconPlus size={16} aria-hidden />}>
          Invite people
        </Button>
      </PageHeader>
      <ListView
        noun="invites"
        operation={listInvites}
        query={query}
        rows={emails}
        total={total}
        columns={inviteColumns}
        keyOf={identity}
        nameOf={identity}
        matches={includesText}
        selection={selection}
        empty={empty}
      />
      <SelectionBar selection={selection} action="Withdraw" onAction={() => setWithdrawing(true)} />
      <BulkDialog
        isOpen={isWithdrawing}
        operation={deleteInvites}
        items={[...selection.keys]}
        nameOf={identity}
        noun={["invite", "invites"]}
        action="Withdraw"
        done="withdrawn"
        warning="The links in their emails stop working."
        onClose={() => setWithdrawing(false)}
        onDone={() => selection.replace([])}
      />
      <InviteDrawer isOpen={isInviting} onClose={() => void navigate("/invites")} />
    </Page>
  );
}

function identity(email: string): string {
  return email;
}

function includesText(email: string, text: string): boolean {
  return email.toLowerCase().includes(text.toLowerCase());
}
