import { Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** Props of {@link Section}. */
export interface SectionProps {
  readonly title: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled section of a drawer. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Group justify="space-between" mih={30}>
        <Title order={3} size="h6">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
