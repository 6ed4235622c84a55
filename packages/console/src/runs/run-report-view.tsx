import { Alert, Badge, Button, Group, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { IconAlertCircle, IconDownload } from "@tabler/icons-react";
import { downloadCsv } from "../files/download-file.ts";
import { formatCount } from "../format.ts";
import type { RunView } from "./engine/run.ts";
import type { RunCenter } from "./run-center.ts";
import { countDone, type RunOutcome, type RunReport } from "./run-report.ts";
import { keyOfItem } from "./run-task.ts";
import { texts } from "./texts.ts";

/** The number of items to list. The CSV file contains all items. */
const MAX_LISTED = 50;

const outcomeColors: Record<RunOutcome, string> = {
  succeeded: "evergreen",
  "already-done": "gray",
  rejected: "red",
  unknown: "yellow",
  "not-attempted": "gray",
};

/** Converts a report to the rows of a CSV file. */
function toCsvRows({ task, rows }: RunReport): Record<"id" | "name" | "email" | "outcome" | "reason", string>[] {
  return rows.map(({ item, outcome, reason = "" }) => ({
    id: "id" in item ? item.id : "",
    name: "name" in item ? item.name : "",
    email: item.email,
    outcome: texts.report.outcome(task, outcome),
    reason,
  }));
}

/** Props of {@link RunReportView}. */
export interface RunReportViewProps {
  readonly run: RunView;
  readonly report: RunReport;
  readonly center: RunCenter;
}

/** Shows the outcome of a run: counts, the items that did not succeed, and buttons to check, retry and undo. */
export function RunReportView({ run, report, center }: RunReportViewProps) {
  const { task, rows } = report;
  const others = rows.filter(({ outcome }) => outcome !== "succeeded");
  const byOutcome = Map.groupBy(others, ({ outcome }) => outcome);
  const count = (outcome: RunOutcome) => byOutcome.get(outcome)?.length ?? 0;
  return (
    <Stack>
      <Text component="output">{texts.report.summary(task, countDone(report))}</Text>
      {others.length > 0 && (
        <Group gap={6}>
          {Array.from(byOutcome, ([outcome, { length }]) => (
            <Badge key={outcome} c="var(--mantine-color-text)" color={outcomeColors[outcome]}>
              {`${formatCount(length)} ${texts.report.outcome(task, outcome)}`}
            </Badge>
          ))}
        </Group>
      )}
      {count("unknown") > 0 && (
        <Alert color="yellow" icon={<IconAlertCircle />}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              {[texts.report.unknown, run.checkFailure && texts.report.checkFailed(run.checkFailure)]
                .filter(Boolean)
                .join(" ")}
            </Text>
            <Button size="xs" variant="default" onClick={center.check}>
              {texts.report.check}
            </Button>
          </Group>
        </Alert>
      )}
      {others.length > 0 && <OtherRows task={task} rows={others} />}
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => downloadCsv(texts.report.fileName(task), toCsvRows(report))}
        >
          {texts.report.download}
        </Button>
        {center.undoTask && (
          <Button variant="default" onClick={() => void center.undo()}>
            {texts.undo[task.kind]}
          </Button>
        )}
        {count("rejected") > 0 && (
          <Button variant="default" onClick={center.retry}>
            {texts.report.retry}
          </Button>
        )}
        {count("not-attempted") > 0 && (
          <Button onClick={center.resumeRest}>{texts.report.continueRest(count("not-attempted"))}</Button>
        )}
      </Group>
    </Stack>
  );
}

/** Lists the items that did not succeed, with the reasons. */
function OtherRows({ task, rows }: RunReport) {
  return (
    <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0, role: "region", "aria-label": texts.report.list }}>
      <Table>
        <Table.Tbody>
          {rows.slice(0, MAX_LISTED).map(({ item, outcome, reason }) => (
            <Table.Tr key={keyOfItem(item)}>
              <Table.Td>
                {"name" in item && item.name && <Text size="sm">{item.name}</Text>}
                <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                  {item.email}
                </Text>
                {outcome !== "already-done" && (
                  <Text size="xs" c="dimmed" lineClamp={3} title={reason} style={{ overflowWrap: "anywhere" }}>
                    {reason}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right" w="1%">
                <Badge miw="max-content" c="var(--mantine-color-text)" color={outcomeColors[outcome]}>
                  {texts.report.outcome(task, outcome)}
                </Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > MAX_LISTED && (
        <Text size="sm" c="dimmed" p="xs">
          {texts.more(rows.length - MAX_LISTED)}
        </Text>
      )}
    </ScrollArea.Autosize>
  );
}
