import { createInvites, type InviteV1 } from "@segment-iam/client";
import { useBulk } from "@segment-iam/react";
import { Alert, Button, Card, Group, Stack, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { BulkProgressView } from "../bulk/bulk-progress-view.tsx";
import { BulkReportView } from "../bulk/bulk-report-view.tsx";
import { useLeaveGuard } from "../bulk/use-leave-guard.ts";
import { PageHeader } from "../layout/page-header.tsx";
import { Page } from "../layout/page.tsx";
import { FilePicker } from "./file-picker.tsx";
import type { InviteSheet } from "./invite-sheet.ts";
import { readInviteSheet } from "./parse-invite-csv.ts";
import { SheetPreview } from "./import-preview.tsx";

/** Invites everybody in a CSV file: choose, look, send, and see what became of it. */
export function ImportPage() {
  const work = useBulk(createInvites, { id: "import" });
  const [sheet, setSheet] = useState<InviteSheet>();
  const [fileName, setFileName] = useState("");
  const { progress, result } = work;
  const isRunning = progress !== undefined && result === undefined;
  useLeaveGuard(isRunning);

  async function choose(file: File) {
    setSheet(readInviteSheet(await file.text()));
    setFileName(file.name);
  }

  function startOver() {
    work.reset();
    setSheet(undefined);
  }

  return (
    <Page>
      <PageHeader title="Import invites" description="Invites everybody in a CSV file, as fast as Segment lets us" />
      <Stack maw={760}>
        {!sheet && !progress && <FilePicker onChoose={(file) => void choose(file)} />}
        {sheet && !progress && (
          <SheetPreview
            sheet={sheet}
            fileName={fileName}
            onCancel={startOver}
            onSend={() => void work.start(sheet.invites)}
          />
        )}
        {isRunning && (
          <Card withBorder padding="lg">
            <BulkProgressView operation={createInvites} progress={progress} work={work} />
          </Card>
        )}
        {result && (
          <Card withBorder padding="lg">
            <Stack>
              <BulkReportView report={result} nameOf={emailOf} done="invited" />
              <Group>
                <Button component={Link} to="/invites">
                  Show all invites
                </Button>
                <Button variant="default" onClick={startOver}>
                  Import another file
                </Button>
              </Group>
            </Stack>
          </Card>
        )}
        {isRunning && (
          <Alert color="gray" icon={<IconInfoCircle />}>
            <Text size="sm">It goes on while you look at other pages. Come back to see who could not be invited.</Text>
          </Alert>
        )}
      </Stack>
    </Page>
  );
}

function emailOf({ email }: InviteV1): string {
  return email;
}
