import { Alert, Button, Card, Group, Stack, Text } from "@mantine/core";
import { createInvites } from "@segment-iam/client";
import { useBulk } from "@segment-iam/react";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { BulkProgressView } from "../bulk/bulk-progress-view.tsx";
import { BulkReportView } from "../bulk/bulk-report-view.tsx";
import { Page } from "../layout/page.tsx";
import { FilePicker } from "./file-picker.tsx";
import { ImportReview } from "./import-review.tsx";
import type { InvitePlan } from "./plan/plan-invites.ts";
import { readInviteFile, type InviteFile } from "./plan/read-invite-file.ts";
import { SkippedRows, type SkippedRowsProps } from "./skipped-rows.tsx";
import { texts } from "./texts.ts";

/** Imports invites from a CSV file in four steps: choose, review, send, report. */
export function ImportPage() {
  const bulk = useBulk(createInvites, { id: "import" });
  const [file, setFile] = useState<InviteFile | string>();
  const [isReading, setReading] = useState(false);
  const [skipped, setSkipped] = useState<SkippedRowsProps>();
  const { progress, result } = bulk;

  async function choose(chosen: File) {
    setReading(true);
    setFile(await readInviteFile(chosen));
    setReading(false);
  }

  function send(plan: InvitePlan, header: readonly string[]) {
    setSkipped({ rows: plan.skippedRows, header });
    void bulk.start(plan.invites.map(({ invite }) => invite));
  }

  function startOver() {
    bulk.reset();
    setFile(undefined);
    setSkipped(undefined);
  }

  return (
    <Page title={texts.title} description={texts.description}>
      <Stack maw={860}>
        {!progress && (file === undefined || typeof file === "string") && (
          <FilePicker onChoose={(chosen) => void choose(chosen)} isReading={isReading} error={file} />
        )}
        {!progress && typeof file === "object" && <ImportReview file={file} onCancel={startOver} onSend={send} />}
        {progress && !result && (
          <>
            <Card withBorder padding="lg">
              <BulkProgressView operation={createInvites} progress={progress} bulk={bulk} />
            </Card>
            <Alert color="gray" icon={<IconInfoCircle />}>
              <Text size="sm">{texts.running}</Text>
            </Alert>
          </>
        )}
        {result && (
          <>
            <Card withBorder padding="lg">
              <Stack>
                <BulkReportView report={result} nameOf={({ email }) => email} pastTense="invited" />
                <Group>
                  <Button component={Link} to="/invites">
                    {texts.report.viewInvites}
                  </Button>
                  <Button variant="default" onClick={startOver}>
                    {texts.report.importAnother}
                  </Button>
                </Group>
              </Stack>
            </Card>
            {skipped && <SkippedRows {...skipped} />}
          </>
        )}
      </Stack>
    </Page>
  );
}
