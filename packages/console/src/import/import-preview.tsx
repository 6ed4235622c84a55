import { Alert, Button, Card, Code, Group, List, Stack, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconMailForward } from "@tabler/icons-react";
import { resourceSummary } from "../permissions/resource-summary.ts";
import { counted, formatCount } from "../format.ts";
import { useKnownAccess } from "../users/use-known-access.ts";
import type { InviteSheet } from "./invite-sheet.ts";
import { inviteSheetColumns } from "./parse-invite-csv.ts";
import classes from "./sheet-preview.module.css";

/** How many rows are shown before they are only counted. */
const ROWS_SHOWN = 8;

/** What is about to be sent. */
export interface SheetPreviewProps {
  readonly sheet: InviteSheet;
  readonly fileName: string;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** Shows what was read from a file before anything is sent: who is invited, and which rows and columns are left out and why. */
export function SheetPreview({ sheet, fileName, onSend, onCancel }: SheetPreviewProps) {
  const { invites, problems, unusedColumns } = sheet;
  const { roles } = useKnownAccess();
  const roleName = (roleId = "") => roles.get(roleId) ?? (roleId || "None");
  const people = counted(invites.length, ["person", "people"]);
  return (
    <Stack>
      {problems.length > 0 && (
        <Alert
          color="yellow"
          icon={<IconAlertTriangle />}
          title={`${counted(problems.length, ["row is", "rows are"])} left out`}
        >
          <List size="sm" listStyleType="none">
            {problems.slice(0, ROWS_SHOWN).map(({ line, text, reason }) => (
              <List.Item key={line}>
                <strong>{`Line ${line}: `}</strong>
                {reason} <Code>{text}</Code>
              </List.Item>
            ))}
          </List>
          <More count={problems.length - ROWS_SHOWN} />
        </Alert>
      )}
      {unusedColumns.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {unusedColumns.map((column) => (
            <Text size="sm" key={column}>
              Column <Code>{column}</Code> is not used
            </Text>
          ))}
          <Text size="sm" c="dimmed">{`What is read: ${inviteSheetColumns.join(", ")}`}</Text>
        </Alert>
      )}
      <Card withBorder padding="lg">
        <Stack>
          <Text fw={550} component="output">{`${people} to invite in ${fileName}`}</Text>
          {invites.length > 0 && (
            <Table layout="fixed">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="50%">Email</Table.Th>
                  <Table.Th>Role</Table.Th>
                  <Table.Th visibleFrom="xs">For</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {invites.slice(0, ROWS_SHOWN).map(({ email, permissions = [] }) => (
                  <Table.Tr key={email}>
                    <Table.Td className={classes.cell}>{email}</Table.Td>
                    <Table.Td className={classes.cell}>{roleName(permissions[0]?.roleId)}</Table.Td>
                    <Table.Td visibleFrom="xs">{permissions[0] && resourceSummary(permissions)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          <More count={invites.length - ROWS_SHOWN} />
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
