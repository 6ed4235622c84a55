import { Button, Group, Progress, Stack, Text, VisuallyHidden } from "@mantine/core";
import {
  createInvites,
  deleteInvites,
  deleteUsers,
  addPermissionsToUser,
  replacePermissionsForUser,
} from "@segment-iam/client";
import { useRateLimit } from "@segment-iam/react";
import { useCountdown } from "../feedback/use-countdown.ts";
import { formatEta } from "../format.ts";
import { estimateTimeLeftMs } from "./estimate-time-left.ts";
import type { RunView } from "./engine/run.ts";
import type { RunCenter } from "./run-center.ts";
import { MAX_BATCH_SIZE, type RunTask } from "./run-task.ts";
import { texts } from "./texts.ts";

/** Props of {@link RunProgress}. */
export interface RunProgressProps {
  readonly run: RunView;
  readonly center: RunCenter;
}

/** Shows the progress of a run, with buttons to pause, stop and hide it. */
export function RunProgress({ run, center }: RunProgressProps) {
  const { status, task, done, failed } = run;
  const isPaused = status === "paused";
  const { left, isWaiting } = useTimeLeft(run);
  return (
    <Stack gap="xs">
      <Progress value={percentOf(run)} size="lg" animated={!isPaused} aria-label={texts.progress.label} />
      <Group justify="space-between">
        <Text size="sm">{texts.progress.counts(done, task.items.length, failed)}</Text>
        <Text size="sm" c="dimmed">
          {stateOf(run) ?? left}
        </Text>
      </Group>
      {isWaiting && (
        <Text size="sm" c="dimmed">
          {texts.progress.waiting}
        </Text>
      )}
      <SpokenProgress run={run} />
      <Group justify="space-between" gap="xs" mt="xs">
        <Button variant="subtle" px="xs" onClick={() => center.setOpen(false)}>
          {texts.progress.hide}
        </Button>
        {(status === "running" || isPaused) && (
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={isPaused ? center.resume : center.pause}>
              {isPaused ? texts.progress.resume : texts.progress.pause}
            </Button>
            <Button variant="default" onClick={center.stop}>
              {texts.progress.stop}
            </Button>
          </Group>
        )}
      </Group>
    </Stack>
  );
}

/** Announces the progress to screen readers. The text changes only every 10 percent, so that screen readers can finish each announcement. */
export function SpokenProgress({ run }: { readonly run: RunView }) {
  const spoken = Math.floor(percentOf(run) / 10) * 10;
  return <VisuallyHidden component="output">{stateOf(run) ?? texts.progress.percent(spoken)}</VisuallyHidden>;
}

/** Returns the time left, and whether the run waits for the rate limit. The time includes the wait. */
function useTimeLeft({ status, task, done, requestMs }: RunView): { left: string | undefined; isWaiting: boolean } {
  const operation = operationOf(task);
  const rateLimit = useRateLimit(operation);
  const secondsUntilReset = useCountdown(rateLimit.resetAtMs);
  const itemsPerRequest = task.kind === "change-permissions" ? 1 : MAX_BATCH_SIZE;
  const windowSeconds = operation.rateLimit?.windowSeconds;
  const leftMs = estimateTimeLeftMs({
    requestsLeft: Math.ceil((task.items.length - done) / itemsPerRequest),
    requestMs,
    rateLimit,
    resetInMs: secondsUntilReset === undefined ? undefined : secondsUntilReset * 1_000,
    windowMs: windowSeconds === undefined ? undefined : windowSeconds * 1_000,
  });
  return {
    left: leftMs === undefined ? undefined : texts.progress.left(formatEta(leftMs)),
    isWaiting: status === "running" && rateLimit.queued > 0,
  };
}

function percentOf({ done, task }: RunView): number {
  return task.items.length === 0 ? 100 : Math.floor((100 * done) / task.items.length);
}

function stateOf({ status }: RunView): string | undefined {
  if (status === "paused") return texts.progress.paused;
  if (status === "stopping") return texts.progress.stopping;
  return status === "checking" ? texts.progress.checking : undefined;
}

function operationOf(task: RunTask) {
  switch (task.kind) {
    case "remove-users":
      return deleteUsers;
    case "invite":
      return createInvites;
    case "revoke-invites":
      return deleteInvites;
    case "change-permissions":
      return task.mode === "add" ? addPermissionsToUser : replacePermissionsForUser;
  }
}
