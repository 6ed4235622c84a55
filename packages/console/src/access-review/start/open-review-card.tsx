import { Alert, Button, FileButton, Group } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useState } from "react";
import type { Review } from "../comparison/review.ts";
import { readAccessFile } from "../read-access-file.ts";
import { TitledCard } from "../../layout/titled-card.tsx";
import { texts } from "../texts.ts";

/** Opens an exported review. */
export function OpenReviewCard({ onOpen }: { readonly onOpen: (review: Review) => void }) {
  const [problem, setProblem] = useState<string>();
  const [isReading, setReading] = useState(false);

  async function choose(file: File | null) {
    if (!file) return;
    setReading(true);
    const content = await readAccessFile(file);
    setReading(false);
    if (typeof content === "string") setProblem(content);
    else if (content.kind === "snapshot") setProblem(texts.start.notReview);
    else onOpen(content.review);
  }

  return (
    <TitledCard title={texts.start.reviewTitle} description={texts.start.openDescription}>
      {problem !== undefined && (
        <Alert role="alert" color="red" icon={<IconAlertCircle />}>
          {problem}
        </Alert>
      )}
      <Group>
        <FileButton accept=".json,application/json" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={isReading}>
              {texts.start.open}
            </Button>
          )}
        </FileButton>
      </Group>
    </TitledCard>
  );
}
