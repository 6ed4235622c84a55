import { Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { listUserGroupsFromUser } from "@segment-iam/client";
import { useListUserGroupsFromUserInfinite } from "@segment-iam/react";
import { IconUsersGroup } from "@tabler/icons-react";
import { Section } from "../layout/section.tsx";
import { usePages } from "../table/use-page-loader.ts";
import { QueryNotice } from "../feedback/query-status.tsx";

/** The groups somebody is in. */
export function UserGroups({ userId }: { readonly userId: string }) {
  const query = useListUserGroupsFromUserInfinite({ userId });
  const pages = usePages(query);
  const groups = query.data?.items;
  return (
    <Section title="Groups">
      <QueryNotice
        query={query}
        operation={listUserGroupsFromUser}
        title="Groups could not be loaded"
        onRetry={pages.retry}
      />
      {query.isPending && <Skeleton height={22} width="60%" />}
      {groups?.length === 0 && (
        <Text size="sm" c="dimmed">
          In no group.
        </Text>
      )}
      <Group gap={6}>
        {groups?.map(({ id, name }) => (
          <Badge key={id} color="gray" leftSection={<IconUsersGroup size={12} aria-hidden />}>
            {name}
          </Badge>
        ))}
        {query.hasNextPage && (
          <Button size="compact-xs" variant="subtle" loading={query.isFetchingNextPage} onClick={pages.loadNext}>
            More
          </Button>
        )}
      </Group>
    </Section>
  );
}
