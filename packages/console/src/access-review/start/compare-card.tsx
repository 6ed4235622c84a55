import { Button, Group, Modal, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState, useSyncExternalStore } from "react";
import { nameWorkspace } from "../../workspace.ts";
import type { Review } from "../comparison/review.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { useLastDefined } from "../../layout/use-last-defined.ts";
import { TitledCard } from "../../layout/titled-card.tsx";
import { texts } from "../texts.ts";
import { isSameWorkspace } from "./describe-snapshot.ts";
import { snapshotJob } from "./snapshot-job.ts";
import { SnapshotSlot } from "./snapshot-slot.tsx";

/** Chooses the snapshots to review. The later one is the snapshot taken on this page, unless a file is chosen. */
export function CompareCard({ onStart }: { readonly onStart: (review: Review) => void }) {
  const job = useSyncExternalStore(snapshotJob.subscribe, snapshotJob.state);
  const taken = job.status === "done" ? job.snapshot : undefined;
  const [before, setBefore] = useState<Snapshot>();
  const [chosen, setChosen] = useState<Snapshot>();
  const [ignored, setIgnored] = useState<Snapshot>();
  const [question, setQuestion] = useState<"workspace" | "order">();
  const shown = useLastDefined(question);
  const after = chosen ?? (taken === ignored ? undefined : taken);

  function start(earlier: Snapshot | undefined, later: Snapshot) {
    onStart({ ...(earlier && { before: earlier }), after: later, reviewedBy: "", marks: new Map() });
  }

  /** Asks about snapshots of different workspaces, then about a reversed order, then starts. */
  function check(later: Snapshot, isAccepted = false) {
    if (before && !isAccepted && !isSameWorkspace(before.workspace, later.workspace)) setQuestion("workspace");
    else if (before && before.takenAt > later.takenAt) setQuestion("order");
    else start(before, later);
  }

  return (
    <TitledCard title={texts.start.title} description={texts.start.description}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SnapshotSlot label={texts.start.before} hint={texts.start.optional} snapshot={before} onChange={setBefore} />
        <SnapshotSlot
          label={texts.start.after}
          hint={texts.start.needed}
          snapshot={after}
          onChange={(snapshot) => {
            setChosen(snapshot);
            setIgnored(snapshot === undefined ? taken : undefined);
          }}
        />
      </SimpleGrid>
      <Group>
        <Button disabled={!after} onClick={() => after && check(after)}>
          {before ? texts.start.compare : texts.start.review}
        </Button>
      </Group>
      <Modal
        opened={question !== undefined && before !== undefined && after !== undefined}
        onClose={() => setQuestion(undefined)}
        title={shown === "order" ? texts.other.reversedTitle : texts.other.title}
      >
        {before && after && (
          <Stack>
            <Text size="sm">
              {shown === "order"
                ? texts.other.reversed
                : texts.other.text(nameWorkspace(before.workspace), nameWorkspace(after.workspace))}
            </Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setQuestion(undefined)} data-autofocus>
                {texts.cancel}
              </Button>
              <Button
                variant={shown === "order" ? "default" : "filled"}
                onClick={() => (shown === "order" ? start(before, after) : check(after, true))}
              >
                {texts.other.anyway}
              </Button>
              {shown === "order" && <Button onClick={() => start(after, before)}>{texts.other.swap}</Button>}
            </Group>
          </Stack>
        )}
      </Modal>
    </TitledCard>
  );
}
