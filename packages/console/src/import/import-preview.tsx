import { Alert, Button, Card, Code, Group, List, Stack, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconMailForward } from "@tabler/icons-react";
import { formatCount, formatQuantity } from "../format.ts";
import { usePermissionOptions } from "../permissions/permission-options.ts";
import { summarizeResources } from "../permissions/resource-types.ts";
import { inviteColumnNames, type ParsedInvites } from "./parse-invite-csv.ts";

/** The number of rows to list. The preview shows only the count of the others. */
const MAX_LISTED = 8;

/** Props of {@link ImportPreview}. */
export interface ImportPreviewProps {
  readonly parsed: ParsedInvites;
  readonly fileName: string;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** Shows the invites in a file before they are sent, and the rows and columns that are skipped. */
export function ImportPreview({ parsed, fileName, onSend, onCancel }: ImportPreviewProps) {
  const { invites, skippedRows, ignoredColumns } = parsed;
  const { roles } = usePermissionOptions();
  const roleName = (roleId = "") => roles.get(roleId) ?? (roleId || "None");
  const people = formatQuantity(invites.length, ["person", "people"]);
  return (
    <Stack>
      {skippedRows.length > 0 && (
        <Alert
          color="yellow"
          icon={<IconAlertTriangle />}
          title={`${formatQuantity(skippedRows.length, ["row", "rows"])} skipped`}
        >
          <List size="sm" listStyleType="none">
            {skippedRows.slice(0, MAX_LISTED).map(({ line, text, reason }) => (
              <List.Item key={line}>
                <strong>{`Line ${line}: `}</strong>
                {reason} <Code>{text}</Code>
              </List.Item>
            ))}
          </List>
          <More count={skippedRows.length - MAX_LISTED} />
        </Alert>
      )}
      {ignoredColumns.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {ignoredColumns.map((column) => (
            <Text size="sm" key={column}>
              Column <Code>{column}</Code> is ignored
            </Text>
          ))}
          <Text size="sm" c="dimmed">{`Supported columns: ${inviteColumnNames.join(", ")}`}</Text>
        </Alert>
      )}
      <Card withBorder padding="lg">
        <Stack>
          <Text fw={550} component="output">{`${people} to invite from ${fileName}`}</Text>
          {invites.length > 0 && (
            <Table layout="fixed">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="50%">Email</Table.Th>
                  <Table.Th>Role</Table.Th>
                  <Table.Th visibleFrom="xs">Resources</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {invites.slice(0, MAX_LISTED).map(({ email, permissions = [] }) => (
                  <Table.Tr key={email}>
                    <Table.Td>
                      <Text inherit truncate>
                        {email}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Text inherit truncate>
                        {roleName(permissions[0]?.roleId)}
                      </Text>
                    </Table.Td>
                    <Table.Td visibleFrom="xs">{permissions[0] && summarizeResources(permissions)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          <More count={invites.length - MAX_LISTED} />
          <Group>
            <Button
              leftSection={<IconMailForward size={16} aria-hidden />}
              disabled={invites.length === 0}
              onClick={onSend}
            >
              {`Invite ${people}`}
            </Button>
            <Button variant="default" onClick={onCancel}>
              Choose another file
            </Button>
          </Group>
        </Stack>
      </Card>
    </Stack>
  );
}

function More({ count }: { readonly count: number }) {
  if (count <= 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {`and ${formatCount(count)} more`}
    </Text>
  );
}
