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
import { ImportPreview } from "./import-preview.tsx";
import { parseInviteCsv, type ParsedInvites } from "./parse-invite-csv.ts";

interface ImportFile {
  readonly name: string;
  readonly parsed: ParsedInvites;
}

/** Imports invites from a CSV file in four steps: choose, preview, send, report. */
export function ImportPage() {
  const bulk = useBulk(createInvites, { id: "import" });
  const [file, setFile] = useState<ImportFile>();
  const { progress, result } = bulk;

  async function choose(chosen: File) {
    setFile({ name: chosen.name, parsed: parseInviteCsv(await chosen.text()) });
  }

  function startOver() {
    bulk.reset();
    setFile(undefined);
  }

  return (
    <Page title="Import invites" description="Invite everyone listed in a CSV file">
      <Stack maw={760}>
        {!file && !progress && <FilePicker onChoose={(chosen) => void choose(chosen)} />}
        {file && !progress && (
          <ImportPreview
            parsed={file.parsed}
            fileName={file.name}
            onCancel={startOver}
            onSend={() => void bulk.start(file.parsed.invites)}
          />
        )}
        {progress && !result && (
          <>
            <Card withBorder padding="lg">
              <BulkProgressView operation={createInvites} progress={progress} bulk={bulk} />
            </Card>
            <Alert color="gray" icon={<IconInfoCircle />}>
              <Text size="sm">The import continues while you view other pages. Come back here for the report.</Text>
            </Alert>
          </>
        )}
        {result && (
          <Card withBorder padding="lg">
            <Stack>
              <BulkReportView report={result} nameOf={({ email }) => email} pastTense="invited" />
              <Group>
                <Button component={Link} to="/invites">
                  View invites
                </Button>
                <Button variant="default" onClick={startOver}>
                  Import another file
                </Button>
              </Group>
            </Stack>
          </Card>
        )}
      </Stack>
    </Page>
  );
}
