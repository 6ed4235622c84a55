import { Alert, Button, CloseButton, FileButton, Group, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useState } from "react";
import { DropZone } from "../../files/drop-zone.tsx";
import { readAccessFile } from "../read-access-file.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { texts } from "../texts.ts";
import { describeSnapshot, formatTime } from "./describe-snapshot.ts";

/** Props of {@link SnapshotSlot}. */
export interface SnapshotSlotProps {
  readonly label: string;
  /** What to do while the slot is empty. */
  readonly hint: string;
  readonly snapshot: Snapshot | undefined;
  readonly onChange: (snapshot: Snapshot | undefined) => void;
}

/** Accepts a snapshot file by drag and drop or from a file dialog. A review counts as its later snapshot. */
export function SnapshotSlot({ label, hint, snapshot, onChange }: SnapshotSlotProps) {
  const [problem, setProblem] = useState<string>();
  const [isReading, setReading] = useState(false);

  async function choose(file: File | null) {
    if (!file) return;
    setReading(true);
    const content = await readAccessFile(file);
    setReading(false);
    setProblem(typeof content === "string" ? content : undefined);
    if (typeof content === "object") onChange(content.kind === "review" ? content.review.after : content.snapshot);
  }

  return (
    <DropZone label={label} isFilled={snapshot !== undefined} onChoose={(file) => void choose(file)} gap="xs" p="md">
      <Group justify="space-between" wrap="nowrap" mih={28}>
        <Text fw={550} size="sm">
          {label}
        </Text>
        {snapshot && (
          <CloseButton size="sm" aria-label={texts.start.clear(label)} onClick={() => onChange(undefined)} />
        )}
      </Group>
      {problem !== undefined && (
        <Alert role="alert" color="red" icon={<IconAlertCircle />}>
          {problem}
        </Alert>
      )}
      <Text size="sm" c={snapshot ? "var(--mantine-color-text)" : "dimmed"} component="output">
        {snapshot ? (
          <>
            <strong>{formatTime(snapshot.takenAt)}</strong>
            <br />
            {describeSnapshot(snapshot)}
          </>
        ) : (
          hint
        )}
      </Text>
      <Group gap="xs" mt="auto">
        <FileButton accept=".json,.csv,application/json,text/csv" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={isReading}
              aria-label={texts.start.chooseFor(label)}
            >
              {texts.start.choose}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {texts.start.drop}
        </Text>
      </Group>
    </DropZone>
  );
}
