import { Button, Drawer, Group, List, Stack, Text, Textarea } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { Link } from "react-router";
import { Section } from "../../layout/section.tsx";
import { useLastDefined } from "../../layout/use-last-defined.ts";
import { userPath } from "../../users/user-columns.tsx";
import { describeCurrent, describeRow } from "../comparison/describe-access.ts";
import { nameRow, type ReviewRow } from "../comparison/review.ts";
import { formatTime } from "../start/describe-snapshot.ts";
import { texts } from "../texts.ts";
import { DecisionButtons } from "./decision-buttons.tsx";
import type { ReviewSession } from "./use-review.ts";

/** Props of {@link RowDrawer}. */
export interface RowDrawerProps {
  /** The row to show; `undefined` closes the drawer. */
  readonly row: ReviewRow | undefined;
  readonly session: ReviewSession;
  readonly onClose: () => void;
}

/** Shows the changes and the access of a person, with the decision and a note. */
export function RowDrawer({ row, session, onClose }: RowDrawerProps) {
  const shown = useLastDefined(row);
  return (
    <Drawer opened={row !== undefined} onClose={onClose} title={shown && nameRow(shown)}>
      {shown && <RowDetail row={shown} session={session} />}
    </Drawer>
  );
}

function RowDetail({ row, session }: { readonly row: ReviewRow; readonly session: ReviewSession }) {
  const { key, kind, userId, email } = row;
  const mark = session.review.marks.get(key);
  const isUser = userId !== undefined && kind !== "gone";
  return (
    <Stack>
      <div>
        <Text size="sm">{email}</Text>
        {userId !== undefined && (
          <Text size="xs" c="dimmed" ff="monospace">
            {userId}
          </Text>
        )}
      </div>
      {kind !== "unchanged" && <Lines title={texts.detail.changes} lines={describeRow(row)} />}
      {isUser && <Lines title={texts.detail.access} lines={describeCurrent(row)} />}
      <Section title={texts.detail.decision}>
        <DecisionButtons
          value={mark?.decision}
          onChange={(decision) => session.decide([key], mark?.decision === decision ? undefined : decision)}
        />
        {mark && (
          <Text size="xs" c="dimmed">
            {texts.detail.markedAt(formatTime(mark.markedAt))}
          </Text>
        )}
        <Textarea
          label={texts.detail.note}
          autosize
          minRows={2}
          value={mark?.note ?? ""}
          onChange={({ currentTarget }) => session.setNote(key, currentTarget.value)}
        />
      </Section>
      {isUser && (
        <Group>
          <Button
            component={Link}
            to={userPath(userId)}
            variant="default"
            size="xs"
            leftSection={<IconExternalLink size={14} aria-hidden />}
          >
            {texts.detail.openUser}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Section title={title}>
      <List size="sm" spacing={4} style={{ overflowWrap: "anywhere" }}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Section>
  );
}
