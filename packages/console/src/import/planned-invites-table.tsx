import { Badge, Box, ScrollArea, Table, Text } from "@mantine/core";
import type { InvitePermission } from "./plan/read-invite-row.ts";
import { summarizeResources } from "../permissions/resource-types.ts";
import type { PlannedInvite } from "./plan/plan-invites.ts";
import classes from "./planned-invites-table.module.css";
import { texts } from "./texts.ts";

/** The number of people to list. */
const MAX_LISTED = 50;

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
        offsetScrollbars="present"
        viewportProps={{ tabIndex: 0, role: "region", "aria-label": texts.preview.list }}
      >
        <Table layout="fixed" stickyHeader verticalSpacing="xs">
          <Table.Thead className={classes.head}>
            <Table.Tr>
              <Table.Th>{texts.field.email}</Table.Th>
              <Table.Th visibleFrom="xs">{texts.preview.access}</Table.Th>
              <Table.Th w={72} ta="right">
                {texts.preview.lines}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invites.slice(0, MAX_LISTED).map(({ invite: { email, permissions = [] }, lines }) => {
              const access = <Access permissions={permissions} roles={roles} />;
              return (
                <Table.Tr key={email}>
                  <Table.Td>
                    <div className={classes.email} title={email}>
                      {email}
                    </div>
                    <Box hiddenFrom="xs">{access}</Box>
                  </Table.Td>
                  <Table.Td visibleFrom="xs">{access}</Table.Td>
                  <Table.Td ta="right" c="dimmed">
                    {lines.join(", ")}
                  </Table.Td>
                </Table.Tr>
              );
            })}
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

interface AccessProps {
  readonly permissions: readonly InvitePermission[];
  readonly roles: ReadonlyMap<string, string>;
}

/** The roles and resources of an invite, one line for each role. Plain elements, because a preview contains many. */
function Access({ permissions, roles }: AccessProps) {
  if (permissions.length === 0) return <div className={classes.dimmed}>{texts.preview.noRole}</div>;
  return permissions.map((permission) => {
    const { roleId } = permission;
    const name = roles.get(roleId);
    return (
      <div key={roleId} className={classes.access}>
        <span className={name === undefined ? classes.id : undefined}>{name ?? roleId}</span>
        {name === undefined && (
          <Badge color="yellow" c="var(--mantine-color-text)">
            {texts.preview.unknownRoleId}
          </Badge>
        )}
        {permission.resources !== undefined && (
          <span className={classes.dimmed}>{summarizeResources([permission])}</span>
        )}
      </div>
    );
  });
}
