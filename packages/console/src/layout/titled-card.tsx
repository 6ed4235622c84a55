import { Card, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** Props of {@link TitledCard}. */
export interface TitledCardProps {
  readonly title: string;
  readonly description?: string;
  /** The level of the heading. @default 2 */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A titled section of a page. */
export function TitledCard({ title, description, level = 2, children }: TitledCardProps) {
  return (
    <Card withBorder padding="lg" component="section" aria-label={title}>
      <Stack gap="sm">
        <div>
          <Title order={level} size={level === 2 ? "h5" : "h6"}>
            {title}
          </Title>
          {description !== undefined && (
            <Text size="sm" c="dimmed">
              {description}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Card>
  );
}
