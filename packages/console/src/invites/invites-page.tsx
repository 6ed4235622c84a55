import { Button } from "@mantine/core";
import { listInvites } from "@segment-iam/client";
import { useListInvitesInfinite } from "@segment-iam/react";
import { IconFileImport, IconMailForward, IconTrash } from "@tabler/icons-react";
import { Link, useMatch } from "react-router";
import { Page } from "../layout/page.tsx";
import { useClosePanel } from "../layout/use-close-panel.ts";
import { useRuns } from "../runs/use-runs.ts";
import { ListView } from "../table/list-view.tsx";
import { useShownRows } from "../table/use-list-params.ts";
import { useSelection } from "../table/use-selection.ts";
import { InviteButton } from "./invite-button.tsx";
import { inviteColumns } from "./invite-columns.tsx";
import { InviteDrawer } from "./invite-drawer.tsx";
import { texts } from "./texts.ts";

const emptyState = {
  icon: IconMailForward,
  title: texts.empty.title,
  description: texts.empty.description,
  action: <InviteButton listPath="/invites" />,
};

const noEmails: readonly string[] = [];

/** The pending invites. At `/invites/new`, a drawer shows the invite form. */
export function InvitesPage() {
  const isInviting = useMatch("/invites/new") !== null;
  const query = useListInvitesInfinite();
  const emails = query.data?.items ?? noEmails;
  const total = query.data?.totalEntries;
  const shown = useShownRows(emails, searchEmails);
  const selection = useSelection(emails, shown, identity);
  const runs = useRuns();
  const close = useClosePanel("/invites");

  async function revokeSelected() {
    const items = emails.filter((email) => selection.keys.has(email)).map((email) => ({ email }));
    if (await runs.confirm({ kind: "revoke-invites", items })) selection.deselectShown();
  }

  return (
    <Page
      title={texts.title}
      count={total}
      description={texts.description}
      actions={
        <>
          <Button
            component={Link}
            to="/import"
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
          >
            {texts.import}
          </Button>
          <InviteButton listPath="/invites" />
        </>
      }
    >
      <ListView
        noun={texts.noun}
        operation={listInvites}
        query={query}
        rows={emails}
        shown={shown}
        total={total}
        columns={inviteColumns}
        keyOf={identity}
        nameOf={identity}
        selection={selection}
        actions={[
          { label: texts.revokeSelected, icon: IconTrash, isDangerous: true, onClick: () => void revokeSelected() },
        ]}
        emptyState={emptyState}
      />
      <InviteDrawer isOpen={isInviting} onClose={close} />
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
