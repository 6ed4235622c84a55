import { Badge, Group, ScrollArea, Stack, Table, Text } from "@mantine/core";
import type { InvitePermission } from "./read-invite-row.ts";
import { summarizeResources } from "../permissions/resource-types.ts";
import type { PlannedInvite } from "./plan-invites.ts";
import { texts } from "./texts.ts";

/** The number of people to list. */
const MAX_LISTED = 100;

/** Props of {@link PlannedInvitesTable}. */
export interface PlannedInvitesTableProps {
  readonly invites: readonly PlannedInvite[];
  /** Role names by role ID. */
  readonly roles: ReadonlyMap<string, string>;
}

/** Lists the people to invite, with their permissions and lines. Marks role IDs that no loaded user has. */
export function PlannedInvitesTable({ invites, roles }: PlannedInvitesTableProps) {
  return (
    <div>
      <ScrollArea.Autosize
        mah={420}
        type="auto"
        viewportProps={{ tabIndex: 0, role: "region", "aria-label": texts.preview.title }}
      >
        <Table layout="fixed" stickyHeader verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.field.email}</Table.Th>
              <Table.Th>{texts.preview.access}</Table.Th>
              <Table.Th w={72} ta="right">
                {texts.preview.lines}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invites.slice(0, MAX_LISTED).map(({ invite: { email, permissions = [] }, lines }) => (
              <Table.Tr key={email}>
                <Table.Td>
                  <Text inherit truncate title={email}>
                    {email}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Stack gap={2}>
                    {permissions.map((permission) => (
                      <PermissionLine key={permission.roleId} permission={permission} roles={roles} />
                    ))}
                    {permissions.length === 0 && (
                      <Text inherit c="dimmed">
                        {texts.preview.noRole}
                      </Text>
                    )}
                  </Stack>
                </Table.Td>
                <Table.Td ta="right" c="dimmed">
                  {lines.join(", ")}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {invites.length > MAX_LISTED && (
        <Text size="sm" c="dimmed" pt="xs">
          {texts.more(invites.length - MAX_LISTED)}
        </Text>
      )}
    </div>
  );
}

interface PermissionLineProps {
  readonly permission: InvitePermission;
  readonly roles: ReadonlyMap<string, string>;
}

function PermissionLine({ permission, roles }: PermissionLineProps) {
  const name = roles.get(permission.roleId);
  return (
    <Group gap={6}>
      {name === undefined ? (
        <>
          <Text inherit ff="monospace" truncate title={permission.roleId}>
            {permission.roleId}
          </Text>
          <Badge color="yellow">{texts.preview.unknownRoleId}</Badge>
        </>
      ) : (
        <Text inherit>{name}</Text>
      )}
      {permission.resources !== undefined && (
        <Text inherit c="dimmed">
          {summarizeResources([permission])}
        </Text>
      )}
    </Group>
  );
}
