import { Group, Progress, Text } from "@mantine/core";
import type { OperationDescriptor } from "@segment-iam/client";
import { useRateLimit } from "@segment-iam/react";
import { shareColor, shareLeft } from "./share-left.ts";
import { useCountdown } from "../feedback/use-countdown.ts";

/** What is left of one operation's quota; nothing while that is not known. */
export function QuotaRow({ operation }: { readonly operation: OperationDescriptor }) {
  const state = useRateLimit(operation);
  const secondsLeft = useCountdown(state.resetAtMs);
  if (state.remaining === undefined || state.limit === undefined) return null;
  const name = inWords(operation.id);
  const share = shareLeft(state);
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm">{name}</Text>
        <Text size="xs" c="dimmed">
          {`${state.remaining} of ${state.limit}`}
          {secondsLeft !== undefined && secondsLeft > 0 && `, new in ${secondsLeft} s`}
        </Text>
      </Group>
      <Progress value={share * 100} color={shareColor(share)} size="sm" aria-label={`${name}: quota left`} />
    </div>
  );
}

/** `listUsers` as `List users`. */
function inWords(operationId: string): string {
  const words = operationId.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
