import { Group, Skeleton, Stack } from "@mantine/core";

/** A placeholder for rows that are loading. */
export function GridSkeleton({ rows }: { readonly rows: number }) {
  return (
    <Stack gap={0} aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        // Placeholder rows have no other key.
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={row} h={56} px="md" gap="md" wrap="nowrap">
          <Skeleton circle height={34} />
          <Stack gap={8} flex={1}>
            <Skeleton height={10} width={`${30 + ((row * 17) % 25)}%`} />
            <Skeleton height={8} width={`${40 + ((row * 23) % 30)}%`} />
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}
