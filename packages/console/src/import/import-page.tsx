import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { Page } from "../layout/page.tsx";
import { useRuns } from "../runs/use-runs.ts";
import { FilePicker } from "./file-picker.tsx";
import { ImportReview } from "./import-review.tsx";
import type { InvitePlan } from "./plan/plan-invites.ts";
import { readInviteFile, type InviteFile } from "./plan/read-invite-file.ts";
import { SkippedRows, type SkippedRowsProps } from "./skipped-rows.tsx";
import { texts } from "./texts.ts";

/** Imports invites from a CSV file in three steps: choose, review, send. The shell shows the progress and the report. */
export function ImportPage() {
  const runs = useRuns();
  const [file, setFile] = useState<InviteFile | string>();
  const [isReading, setReading] = useState(false);
  const [sent, setSent] = useState<SkippedRowsProps & { readonly people: number }>();

  async function choose(chosen: File) {
    setReading(true);
    setFile(await readInviteFile(chosen));
    setReading(false);
  }

  async function send(plan: InvitePlan, header: readonly string[]) {
    const items = plan.invites.map(({ invite }) => invite);
    const report = await runs.start({ kind: "invite", items });
    if (report) setSent({ rows: plan.skippedRows, header, people: items.length });
  }

  function startOver() {
    setFile(undefined);
    setSent(undefined);
  }

  return (
    <Page title={texts.title} description={texts.description}>
      <Stack maw={860}>
        {!sent && (file === undefined || typeof file === "string") && (
          <FilePicker onChoose={(chosen) => void choose(chosen)} isReading={isReading} error={file} />
        )}
        {!sent && typeof file === "object" && (
          <ImportReview file={file} onCancel={startOver} onSend={(...args) => void send(...args)} />
        )}
        {sent && (
          <>
            <Card withBorder padding="lg">
              <Stack>
                <Text>{texts.sent.description(sent.people)}</Text>
                <Group>
                  <Button component={Link} to="/invites">
                    {texts.sent.viewInvites}
                  </Button>
                  <Button variant="default" onClick={startOver}>
                    {texts.sent.importAnother}
                  </Button>
                </Group>
              </Stack>
            </Card>
            <SkippedRows rows={sent.rows} header={sent.header} />
          </>
        )}
      </Stack>
    </Page>
  );
}
