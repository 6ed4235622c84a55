import { Alert, Button, Group, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { notify } from "../../feedback/notify.tsx";
import { nameWorkspace } from "../../workspace.ts";
import type { Review } from "../comparison/review.ts";
import { deleteReview, listSavedReviews, loadReview, type SavedReview } from "../review/review-storage.ts";
import { texts } from "../texts.ts";
import { formatTime } from "./describe-snapshot.ts";

/** Lists the reviews that this browser keeps, to continue or discard them. */
export function SavedReviews({ onOpen }: { readonly onOpen: (review: Review) => void }) {
  const [saved, setSaved] = useState<readonly SavedReview[]>([]);
  useEffect(() => void list().then(setSaved), []);

  async function open(review: SavedReview) {
    try {
      onOpen(await loadReview(review));
    } catch {
      notify(texts.saved.notLoaded, { kind: "failure" });
      setSaved(await list());
    }
  }

  async function discard(id: string) {
    await deleteReview(id).catch(() => notify(texts.saved.notDiscarded, { kind: "failure" }));
    setSaved(await list());
  }

  return saved.map((review) => {
    const { id, takenAt, workspace, marks } = review;
    const decided = [...marks.values()].filter(({ decision }) => decision).length;
    return (
      <Alert key={id} color="gray" icon={<IconHistory />} title={texts.saved.title(formatTime(takenAt))}>
        <Text size="sm">{texts.saved.text(decided, nameWorkspace(workspace))}</Text>
        <Group gap="xs" mt="sm">
          <Button size="xs" onClick={() => void open(review)}>
            {texts.saved.continue}
          </Button>
          <Button size="xs" variant="default" onClick={() => void discard(id)}>
            {texts.saved.discard}
          </Button>
        </Group>
      </Alert>
    );
  });
}

/** Lists the saved reviews. Without storage, there are none. */
function list(): Promise<readonly SavedReview[]> {
  return listSavedReviews().catch(() => []);
}
