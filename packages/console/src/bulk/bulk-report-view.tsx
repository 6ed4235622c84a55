import { Badge, Button, Group, ScrollArea, Stack, Table, Text } from "@mantine/core";
import type { BulkReport } from "@segment-iam/helpers/bulk";
import { IconDownload } from "@tabler/icons-react";
import { downloadCsv } from "../csv/download-csv.ts";
import { formatCount } from "../format.ts";
import { outcomes, type Outcome } from "./outcomes.ts";

/** How many failures are listed here; the file has all. */
const FAILURES_LISTED = 50;

const colors: Readonly<Record<Outcome["outcome"], string>> = {
  done: "evergreen",
  refused: "red",
  unknown: "orange",
  "not tried": "gray",
};

/** Which report is shown. */
export interface BulkReportViewProps<Item> {
  readonly report: BulkReport<Item>;
  readonly nameOf: (item: Item) => string;
  /** What was done, such as `removed`. */
  readonly done: string;
}

/** What became of a list: what was done, and what was not and why. All of it can be downloaded. */
export function BulkReportView<Item>({ report, nameOf, done }: BulkReportViewProps<Item>) {
  const lines = outcomes(report, nameOf);
  const failures = lines.filter(({ outcome }) => outcome !== "done");
  const kinds = [...new Set(failures.map(({ outcome }) => outcome))];
  return (
    <Stack>
      <Text component="output">
        {`${formatCount(report.succeeded.length)} of ${formatCount(lines.length)} ${done}`}
        {report.unknown.length > 0 && "; look at those that are unknown before you repeat them"}
      </Text>
      {failures.length > 0 && (
        <Group gap={6}>
          {kinds.map((kind) => (
            <Badge key={kind} color={colors[kind]}>
              {`${formatCount(failures.filter(({ outcome }) => outcome === kind).length)} ${kind}`}
            </Badge>
          ))}
        </Group>
      )}
      {failures.length > 0 && (
        <ScrollArea.Autosize
          mah={320}
          viewportProps={{ tabIndex: 0, role: "region", "aria-label": "What was not done" }}
        >
          <Table>
            <Table.Tbody>
              {failures.slice(0, FAILURES_LISTED).map(({ item, outcome, reason }) => (
                <Table.Tr key={item}>
                  <Table.Td>
                    <Text size="sm">{item}</Text>
                    <Text size="xs" c="dimmed">
                      {reason}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Badge color={colors[outcome]}>{outcome}</Badge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {failures.length > FAILURES_LISTED && (
            <Text size="sm" c="dimmed" p="xs">{`and ${formatCount(failures.length - FAILURES_LISTED)} more`}</Text>
          )}
        </ScrollArea.Autosize>
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => downloadCsv("report.csv", lines)}
        >
          Download the report
        </Button>
      </Group>
    </Stack>
  );
}
