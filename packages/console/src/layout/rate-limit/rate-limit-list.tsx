import { Group, Progress, Stack, Text } from "@mantine/core";
import type { OperationDescriptor } from "@segment-iam/client";
import { useRateLimit } from "@segment-iam/react";
import { useCountdown } from "../../feedback/use-countdown.ts";
import { consoleOperations } from "../../iam-api.ts";
import { remainingShare, shareColor } from "./remaining-share.ts";
import { texts } from "../texts.ts";

/** The requests left for each operation. */
export function RateLimitList() {
  return (
    <Stack gap="sm" mt="sm">
      {consoleOperations.map((operation) => (
        <RateLimitRow key={operation.id} operation={operation} />
      ))}
    </Stack>
  );
}

/** The requests left for one operation. Renders nothing while they are unknown. */
function RateLimitRow({ operation }: { readonly operation: OperationDescriptor }) {
  const state = useRateLimit(operation);
  const secondsLeft = useCountdown(state.resetAtMs);
  const share = remainingShare(state);
  if (share === undefined) return null;
  const label = sentenceCase(operation.id);
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm">{label}</Text>
        <Text size="xs" c="dimmed">
          {texts.rateLimit.count(state.remaining, state.limit)}
          {secondsLeft !== undefined && secondsLeft > 0 && texts.rateLimit.resetsIn(secondsLeft)}
        </Text>
      </Group>
      <Progress value={share * 100} color={shareColor(share)} size="sm" aria-label={texts.rateLimit.bar(label)} />
    </div>
  );
}

/** Turns `listUsers` into `List users`. */
function sentenceCase(operationId: string): string {
  const words = operationId.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
