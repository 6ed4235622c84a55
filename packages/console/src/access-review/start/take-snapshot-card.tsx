import { Alert, Button, Checkbox, Group, Progress, Stack, Text } from "@mantine/core";
import { listInvites, listUserGroupsFromUser, listUsers } from "@segment-iam/client";
import { useRateLimit } from "@segment-iam/react";
import { IconAlertTriangle, IconCamera, IconDownload } from "@tabler/icons-react";
import { useState, useSyncExternalStore } from "react";
import { FailureNotice } from "../../feedback/failure-notice.tsx";
import { RateLimitNotice } from "../../feedback/rate-limit-notice.tsx";
import { downloadCsv, downloadJson } from "../../files/download-file.ts";
import { useUsers } from "../../users/use-users.ts";
import { snapshotToCsv } from "../snapshot/snapshot-csv.ts";
import { snapshotToJson } from "../snapshot/snapshot-json.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { estimateGroupsMs, type SnapshotProgress } from "../snapshot/take-snapshot.ts";
import { TitledCard } from "../../layout/titled-card.tsx";
import { texts } from "../texts.ts";
import { describeSnapshot, formatTime, nameFile } from "./describe-snapshot.ts";
import { snapshotJob } from "./snapshot-job.ts";

/** Up to this number of users, a snapshot includes groups unless the choice is changed. */
const MAX_USERS_WITH_GROUPS = 200;

const operations = { users: listUsers, groups: listUserGroupsFromUser, invites: listInvites };

/** Takes a snapshot of the workspace, shows its progress and offers it as a file. */
export function TakeSnapshotCard() {
  const state = useSyncExternalStore(snapshotJob.subscribe, snapshotJob.state);
  const { total } = useUsers();
  const { limit } = useRateLimit(listUserGroupsFromUser);
  const [choice, setChoice] = useState<boolean>();
  const hasGroups = choice ?? (total !== undefined && total <= MAX_USERS_WITH_GROUPS);
  const start = () => snapshotJob.start(hasGroups);
  return (
    <TitledCard title={texts.take.title} description={texts.take.description}>
      {state.status === "failed" && <FailureNotice failure={state.failure} title={texts.take.failed} onRetry={start} />}
      {state.status === "done" && <TakenSnapshot snapshot={state.snapshot} />}
      {state.status === "running" ? (
        <RunningSnapshot progress={state.progress} />
      ) : (
        <>
          <Checkbox
            label={texts.take.includeGroups}
            description={texts.take.groupsDuration(total, estimateGroupsMs(total ?? 0, limit))}
            checked={hasGroups}
            onChange={({ currentTarget }) => setChoice(currentTarget.checked)}
          />
          {state.status !== "failed" && (
            <Group>
              <Button
                variant={state.status === "done" ? "default" : "filled"}
                leftSection={<IconCamera size={16} aria-hidden />}
                onClick={start}
              >
                {state.status === "done" ? texts.take.again : texts.take.start}
              </Button>
            </Group>
          )}
        </>
      )}
    </TitledCard>
  );
}

function RunningSnapshot({ progress }: { readonly progress: SnapshotProgress }) {
  const { step, done, total } = progress;
  return (
    <Stack gap="xs">
      <Progress value={total ? (100 * done) / total : 0} size="lg" animated aria-label={texts.take.progress} />
      <Text size="sm">{describeProgress(progress)}</Text>
      <RateLimitNotice operation={operations[step]} isBusy />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" component="output">
          {texts.take.keepsRunning}
        </Text>
        <Button variant="default" onClick={snapshotJob.cancel}>
          {texts.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

function describeProgress({ step, done, total }: SnapshotProgress): string {
  if (step === "invites") return texts.take.loadingInvites;
  return step === "users" ? texts.take.loadingUsers(done, total) : texts.take.loadingGroups(done, total ?? 0);
}

function TakenSnapshot({ snapshot }: { readonly snapshot: Snapshot }) {
  const { takenAt, users, statedUsers = users.length } = snapshot;
  const unknown = users.filter(({ access }) => access === undefined).length;
  const warnings = [
    users.length === statedUsers ? "" : texts.take.incomplete(users.length, statedUsers),
    unknown === 0 ? "" : texts.take.unknownAccess(unknown),
  ].filter(Boolean);

  return (
    <Stack gap="xs">
      <Text size="sm" component="output">
        <strong>{texts.take.taken(formatTime(takenAt))}</strong> {describeSnapshot(snapshot)}
      </Text>
      {warnings.map((warning) => (
        <Alert key={warning} color="yellow" icon={<IconAlertTriangle />}>
          {warning}
        </Alert>
      ))}
      <Group gap="xs">
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => downloadJson(nameFile("snapshot", takenAt, "json"), snapshotToJson(snapshot))}
        >
          {texts.take.downloadJson}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => downloadCsv(nameFile("snapshot", takenAt, "csv"), snapshotToCsv(snapshot))}
        >
          {texts.take.downloadCsv}
        </Button>
      </Group>
    </Stack>
  );
}
