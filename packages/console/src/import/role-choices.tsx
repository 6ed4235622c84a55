import { Button, Group, SimpleGrid, Text } from "@mantine/core";
import { usePageLoader } from "../table/use-page-loader.ts";
import { RoleSelect } from "../permissions/role-select.tsx";
import { useUsers } from "../users/use-users.ts";
import type { RoleChoices as RoleChoicesValue } from "./plan/resolve-role.ts";
import { TitledCard } from "../layout/titled-card.tsx";
import { texts } from "./texts.ts";

/** The number of roles to list. */
const MAX_LISTED = 10;

/** Props of {@link RoleChoices}. */
export interface RoleChoicesProps extends RoleChoicesValue {
  /** The roles to choose, as written in the file, with the number of their rows. */
  readonly rolesToChoose: ReadonlyMap<string, number>;
  readonly onChange: (chosenRoles: ReadonlyMap<string, string>) => void;
}

/** Chooses a role for each unknown or ambiguous role of a file. Offers to load more users, because their roles are the known roles. */
export function RoleChoices({ rolesToChoose, roles, chosenRoles, onChange }: RoleChoicesProps) {
  const { query, users, total } = useUsers();
  const { isLoadingAll, setLoadingAll } = usePageLoader(query);
  return (
    <TitledCard title={texts.roles.title} description={texts.roles.description} level={3}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {Array.from(rolesToChoose)
          .slice(0, MAX_LISTED)
          .map(([text, rowCount]) => (
            <RoleSelect
              key={text}
              label={texts.roles.label(text, rowCount)}
              value={chosenRoles.get(text) ?? ""}
              roles={roles}
              error={undefined}
              onChange={(roleId) => onChange(new Map(chosenRoles).set(text, roleId))}
            />
          ))}
      </SimpleGrid>
      {rolesToChoose.size > MAX_LISTED && (
        <Text size="sm" c="dimmed">
          {texts.more(rolesToChoose.size - MAX_LISTED)}
        </Text>
      )}
      {(query.hasNextPage || isLoadingAll) && (
        <Group gap="sm">
          <Text size="sm" c="dimmed" component="output">
            {texts.roles.source(users.length, total)}
          </Text>
          <Button size="compact-sm" variant="light" onClick={() => setLoadingAll(!isLoadingAll)}>
            {isLoadingAll ? texts.roles.stop : texts.roles.loadAll}
          </Button>
        </Group>
      )}
    </TitledCard>
  );
}
