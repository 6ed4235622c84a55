import { Button } from "@mantine/core";
import { deleteInvites, listInvites } from "@segment-iam/client";
import { useListInvitesInfinite } from "@segment-iam/react";
import { IconFileImport, IconMailForward, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useMatch, useNavigate } from "react-router";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";
import { FormDrawer } from "../forms/form-drawer.tsx";
import { Page } from "../layout/page.tsx";
import { ListView } from "../table/list-view.tsx";
import { useShownRows } from "../table/use-list-params.ts";
import { useSelection } from "../table/use-selection.ts";
import { inviteColumns } from "./invite-columns.tsx";
import { InviteForm } from "./invite-form.tsx";
import { texts } from "./texts.ts";

const emptyState = {
  icon: IconMailForward,
  title: "No pending invites",
  description: "Invite people to give them access to this workspace.",
};

const noEmails: readonly string[] = [];

/** The pending invites. At `/invites/new`, a drawer shows the invite form. */
export function InvitesPage() {
  const navigate = useNavigate();
  const isInviting = useMatch("/invites/new") !== null;
  const query = useListInvitesInfinite();
  const emails = query.data?.items ?? noEmails;
  const total = query.data?.totalEntries;
  const shown = useShownRows(emails, searchEmails);
  const selection = useSelection(emails, shown, identity);
  const [isRevoking, setRevoking] = useState(false);
  const close = () => void navigate("/invites");
  return (
    <Page
      title="Invites"
      count={total}
      description="People who have not accepted their invite yet"
      actions={
        <>
          <Button
            component={Link}
            to="/import"
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
          >
            Import
          </Button>
          <Button component={Link} to="/invites/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {texts.invitePeople}
          </Button>
        </>
      }
    >
      <ListView
        noun="invites"
        operation={listInvites}
        query={query}
        rows={emails}
        shown={shown}
        total={total}
        columns={inviteColumns}
        keyOf={identity}
        nameOf={identity}
        selection={selection}
        action={{ label: "Revoke", onClick: () => setRevoking(true) }}
        emptyState={emptyState}
      />
      <BulkDialog
        isOpen={isRevoking}
        operation={deleteInvites}
        items={[...selection.keys]}
        nameOf={identity}
        noun={["invite", "invites"]}
        action="Revoke"
        pastTense="revoked"
        warning="Their invite links will stop working."
        onClose={() => setRevoking(false)}
        onDone={selection.deselectShown}
      />
      <FormDrawer opened={isInviting} onClose={close} title={texts.invitePeople}>
        <InviteForm onClose={close} />
      </FormDrawer>
    </Page>
  );
}

function identity(email: string): string {
  return email;
}

function searchEmails(emails: readonly string[], params: URLSearchParams): readonly string[] {
  const text = (params.get("q") ?? "").trim().toLowerCase();
  return text ? emails.filter((email) => email.toLowerCase().includes(text)) : emails;
}
