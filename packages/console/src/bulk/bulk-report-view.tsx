import { Badge, Button, Group, ScrollArea, Stack, Table, Text } from "@mantine/core";
import type { BulkReport } from "@segment-iam/helpers/bulk";
import { IconDownload } from "@tabler/icons-react";
import { downloadCsv } from "../csv.ts";
import { failureReason } from "../feedback/explain-failure.ts";
import { formatCount } from "../format.ts";

/** The number of items to list. The CSV file contains all items. */
const MAX_LISTED = 50;

const outcomeColors = { succeeded: "evergreen", rejected: "red", unknown: "orange", "not attempted": "gray" };

/** The outcome of one item. */
export interface BulkOutcome {
  readonly item: string;
  readonly outcome: keyof typeof outcomeColors;
  /** Why the item did not succeed; empty if it did. */
  readonly reason: string;
}

/** Converts a report to one row for each item, with the successful items last. */
export function toBulkOutcomes<Item>(report: BulkReport<Item>, nameOf: (item: Item) => string): BulkOutcome[] {
  const stopReason = report.stopReason === undefined ? "" : failureReason(report.stopReason);
  return [
    ...report.rejected.map(({ item, error }) => toRow(item, "rejected", failureReason(error))),
    ...report.unknown.map(({ item, error }) => toRow(item, "unknown", failureReason(error))),
    ...report.notAttempted.map((item) => toRow(item, "not attempted", stopReason)),
    ...report.succeeded.map((item) => toRow(item, "succeeded", "")),
  ];

  function toRow(item: Item, outcome: BulkOutcome["outcome"], reason: string): BulkOutcome {
    return { item: nameOf(item), outcome, reason };
  }
}

/** Props of {@link BulkReportView}. */
export interface BulkReportViewProps<Item> {
  readonly report: BulkReport<Item>;
  readonly nameOf: (item: Item) => string;
  /** The action in the past tense, such as `removed`. */
  readonly pastTense: string;
}

/** Shows the outcome of a bulk run: the items that did not succeed, and all items as a CSV file. */
export function BulkReportView<Item>({ report, nameOf, pastTense }: BulkReportViewProps<Item>) {
  const outcomes = toBulkOutcomes(report, nameOf);
  const failed = outcomes.filter(({ outcome }) => outcome !== "succeeded");
  const failedByOutcome = Map.groupBy(failed, ({ outcome }) => outcome);
  return (
    <Stack>
      <Text component="output">
        {`${formatCount(report.succeeded.length)} of ${formatCount(outcomes.length)} ${pastTense}`}
        {report.unknown.length > 0 && ". Items marked “unknown” may have succeeded. Check them before you retry."}
      </Text>
      {failed.length > 0 && (
        <Group gap={6}>
          {Array.from(failedByOutcome, ([outcome, rows]) => (
            <Badge key={outcome} color={outcomeColors[outcome]}>
              {`${formatCount(rows.length)} ${outcome}`}
            </Badge>
          ))}
        </Group>
      )}
      {failed.length > 0 && (
        <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Failed items" }}>
          <Table>
            <Table.Tbody>
              {failed.slice(0, MAX_LISTED).map(({ item, outcome, reason }) => (
                <Table.Tr key={item}>
                  <Table.Td>
                    <Text size="sm">{item}</Text>
                    <Text size="xs" c="dimmed">
                      {reason}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Badge color={outcomeColors[outcome]}>{outcome}</Badge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {failed.length > MAX_LISTED && (
            <Text size="sm" c="dimmed" p="xs">{`and ${formatCount(failed.length - MAX_LISTED)} more`}</Text>
          )}
        </ScrollArea.Autosize>
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => downloadCsv("report.csv", outcomes)}
        >
          Download report
        </Button>
      </Group>
    </Stack>
  );
}
