import { Group, Skeleton, Stack } from "@mantine/core";

/** A placeholder for rows that are loading. */
export function GridSkeleton({ rows }: { readonly rows: number }) {
  return (
    <Stack gap={0} aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        // Placeholder rows have no other key.
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={row} h={40} px="md" gap="md" wrap="nowrap">
          <Skeleton circle height={24} />
          <Skeleton height={10} width={`${30 + ((row * 17) % 25)}%`} />
          <Skeleton height={10} width={`${20 + ((row * 23) % 30)}%`} />
        </Group>
      ))}
    </Stack>
  );
}
