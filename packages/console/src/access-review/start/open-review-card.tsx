import { Alert, Button, Card, FileButton, Group, Stack, Text, Title } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useState } from "react";
import type { Review } from "../comparison/review.ts";
import { readAccessFile } from "../read-access-file.ts";
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
    <Card withBorder padding="lg" component="section" aria-label={texts.start.reviewTitle}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {texts.start.reviewTitle}
          </Title>
          <Text size="sm" c="dimmed">
            {texts.start.openDescription}
          </Text>
        </div>
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
      </Stack>
    </Card>
  );
}
