import { Text } from "@mantine/core";
import { GridSkeleton } from "./grid-skeleton.tsx";

/** What the end of a list shows. */
export interface GridFooterProps {
  /** Whether more rows are on their way. */
  readonly isLoading: boolean;
  /** What the list ends with, such as `All 1,000 users`; left out before the end. */
  readonly end: string | undefined;
}

/** What stands below the last row: rows on their way, or the end. */
export function GridFooter({ isLoading, end }: GridFooterProps) {
  if (isLoading) return <GridSkeleton rows={3} />;
  if (end === undefined) return null;
  return (
    <Text size="xs" c="dimmed" ta="center" p="md">
      {end}
    </Text>
  );
}
