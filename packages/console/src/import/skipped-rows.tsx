import { Alert, Button, Code, Group, List, Text } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import { downloadCsv } from "../files/download-file.ts";
import type { SkippedRow } from "./plan/plan-invites.ts";
import { texts } from "./texts.ts";

/** The number of rows to list. The CSV file contains all rows. */
const MAX_LISTED = 8;

/** Props of {@link SkippedRows}. */
export interface SkippedRowsProps {
  readonly rows: readonly SkippedRow[];
  /** The column names of the file. */
  readonly header: readonly string[];
}

/** Lists the rows that are not imported, with their line and reason, and offers them as a CSV file to correct. */
export function SkippedRows({ rows, header }: SkippedRowsProps) {
  if (rows.length === 0) return null;

  function download() {
    const width = Math.max(header.length, ...rows.slice(0, MAX_COLUMN_SAMPLE).map(({ cells }) => cells.length));
    const pad = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? "");
    downloadCsv("rows-to-fix.csv", [
      [...pad(header), texts.skipped.lineColumn, texts.skipped.reasonColumn],
      ...rows.map(({ line, cells, reason }) => [...pad(cells), String(line), reason]),
    ]);
  }

  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title={texts.skipped.title(rows.length)}>
      <List size="sm" listStyleType="none" spacing={4}>
        {rows.slice(0, MAX_LISTED).map(({ line, cells, reason }) => (
          <List.Item key={line} styles={{ itemWrapper: { display: "block" } }}>
            <strong>{texts.skipped.line(line)}</strong>
            {reason} <Code>{shorten(cells.filter(Boolean).join(", "))}</Code>
          </List.Item>
        ))}
      </List>
      {rows.length > MAX_LISTED && (
        <Text size="sm" c="dimmed">
          {texts.more(rows.length - MAX_LISTED)}
        </Text>
      )}
      <Group mt="sm" gap="sm">
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />} onClick={download}>
          {texts.skipped.download}
        </Button>
      </Group>
    </Alert>
  );
}

/** The number of rows to count columns in. */
const MAX_COLUMN_SAMPLE = 1_000;

const MAX_CHARACTERS = 120;

function shorten(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}
