import { Button, Group, Progress, Stack, Text, VisuallyHidden } from "@mantine/core";
import type { OperationDescriptor } from "@segment-iam/client";
import type { BulkProgress } from "@segment-iam/helpers/bulk";
import type { BulkActions } from "@segment-iam/react";
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useBeforeUnload } from "react-router";
import { RateLimitNotice } from "../feedback/rate-limit-notice.tsx";
import { formatCount, formatEta } from "../format.ts";

/** Props of {@link BulkProgressView}. */
export interface BulkProgressViewProps {
  readonly operation: OperationDescriptor;
  readonly progress: BulkProgress;
  readonly bulk: Pick<BulkActions<never>, "pause" | "resume" | "abort">;
}

/** Shows the progress of a bulk run, with buttons to pause and stop it. Asks for confirmation before the tab closes. */
export function BulkProgressView({ operation, progress, bulk }: BulkProgressViewProps) {
  const { status, done, failed, total, etaMs } = progress;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  const isPaused = status === "paused";
  const counts = `${formatCount(done)} of ${formatCount(total)}${failed > 0 ? `, ${formatCount(failed)} failed` : ""}`;
  useBeforeUnload(preventUnload);
  return (
    <Stack gap="xs">
      <Progress value={percent} size="lg" animated={!isPaused} aria-label="Progress" />
      <Group justify="space-between">
        <Text size="sm">{counts}</Text>
        <Text size="sm" c="dimmed">
          {isPaused ? "Paused" : etaMs !== undefined && `${formatEta(etaMs)} left`}
        </Text>
      </Group>
      {/* Changes only every 10 percent, so that a screen reader can finish reading each value. */}
      <VisuallyHidden component="output">
        {isPaused ? "Paused" : `${Math.floor(percent / 10) * 10} percent`}
      </VisuallyHidden>
      <RateLimitNotice operation={operation} isBusy={!isPaused} />
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={isPaused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
          onClick={isPaused ? bulk.resume : bulk.pause}
        >
          {isPaused ? "Resume" : "Pause"}
        </Button>
        <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={bulk.abort}>
          Stop
        </Button>
      </Group>
    </Stack>
  );
}

function preventUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
