import { Button, Group, Progress, Stack, Text, VisuallyHidden } from "@mantine/core";
import type { OperationDescriptor } from "@segment-iam/client";
import type { BulkProgress } from "@segment-iam/helpers/bulk";
import type { BulkActions } from "@segment-iam/react";
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { formatCount } from "../format.ts";
import { WaitNotice } from "../feedback/rate-limit-notice.tsx";
import { timeLeft } from "./time-left.ts";

/** Which work is shown. */
export interface BulkProgressViewProps {
  readonly operation: OperationDescriptor;
  readonly progress: BulkProgress;
  readonly work: Pick<BulkActions<never>, "pause" | "resume" | "abort">;
}

/** How far bulk work has come, with the means to pause and to end it. */
export function BulkProgressView({ operation, progress, work }: BulkProgressViewProps) {
  const { status, done, failed, total, etaMs } = progress;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  const isPaused = status === "paused";
  const counts = `${formatCount(done)} of ${formatCount(total)}${failed > 0 ? `, ${formatCount(failed)} failed` : ""}`;
  return (
    <Stack gap="xs">
      <Progress value={percent} size="lg" animated={!isPaused} aria-label="Progress" />
      <Group justify="space-between">
        <Text size="sm">{counts}</Text>
        <Text size="sm" c="dimmed">
          {isPaused ? "Paused" : etaMs !== undefined && `${timeLeft(etaMs)} left`}
        </Text>
      </Group>
      {/* Every tenth of the way, so that a screen reader can finish in between. */}
      <VisuallyHidden component="output">
        {isPaused ? "Paused" : `${Math.floor(percent / 10) * 10} percent`}
      </VisuallyHidden>
      <WaitNotice operation={operation} isBusy={!isPaused} />
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={isPaused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
          onClick={isPaused ? work.resume : work.pause}
        >
          {isPaused ? "Resume" : "Pause"}
        </Button>
        <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={work.abort}>
          Stop
        </Button>
      </Group>
    </Stack>
  );
}
