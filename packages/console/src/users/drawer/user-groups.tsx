import { Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { listUserGroupsFromUser } from "@segment-iam/client";
import { useListUserGroupsFromUserInfinite } from "@segment-iam/react";
import { IconUsersGroup } from "@tabler/icons-react";
import { QueryStatus } from "../../feedback/query-status.tsx";
import { Section } from "../../layout/section.tsx";
import { usePageLoader } from "../../table/use-page-loader.ts";
import { texts } from "./texts.ts";

/** Lists the groups of a user. */
export function UserGroups({ userId }: { readonly userId: string }) {
  const query = useListUserGroupsFromUserInfinite({ userId });
  const pageLoader = usePageLoader(query);
  const groups = query.data?.items;
  return (
    <Section title={texts.groups.title}>
      <QueryStatus
        query={query}
        operation={listUserGroupsFromUser}
        title={texts.groups.loadFailed}
        onRetry={pageLoader.retry}
      />
      {query.isPending && <Skeleton height={22} width="60%" />}
      {groups?.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.groups.none}
        </Text>
      )}
      <Group gap={6}>
        {groups?.map(({ id, name }) => (
          <Badge key={id} color="gray" leftSection={<IconUsersGroup size={12} aria-hidden />}>
            {name}
          </Badge>
        ))}
        {query.hasNextPage && (
          <Button size="compact-xs" variant="subtle" loading={query.isFetchingNextPage} onClick={pageLoader.loadNext}>
            {texts.groups.loadMore}
          </Button>
        )}
      </Group>
    </Section>
  );
}
