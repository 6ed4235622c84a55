import { Alert, Button, Card, Group, Loader, Paper, Stack, Text, Title } from "@mantine/core";
import { listUsers } from "@segment-iam/client";
import { IconInfoCircle, IconMailForward } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { QueryStatus } from "../feedback/query-status.tsx";
import { usePermissionOptions } from "../permissions/permission-options.ts";
import { useUsers } from "../users/use-users.ts";
import { ColumnMappingForm } from "./column-mapping-form.tsx";
import classes from "./import-review.module.css";
import { guessColumns } from "./plan/guess-columns.ts";
import { planInvites, type InvitePlan } from "./plan/plan-invites.ts";
import { PlannedInvitesTable } from "./planned-invites-table.tsx";
import type { InviteFile } from "./plan/read-invite-file.ts";
import { RoleChoices } from "./role-choices.tsx";
import { SkippedRows } from "./skipped-rows.tsx";
import { texts } from "./texts.ts";

/** Props of {@link ImportReview}. */
export interface ImportReviewProps {
  readonly file: InviteFile;
  readonly onSend: (plan: InvitePlan, header: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Shows what an import will do before it sends anything: columns, roles, rows with problems, and the people to invite. */
export function ImportReview({ file, onSend, onCancel }: ImportReviewProps) {
  const { roles } = usePermissionOptions();
  const { query } = useUsers();
  const [columns, setColumns] = useState(() => guessColumns(file.rows));
  const [chosenRoles, setChosenRoles] = useState<ReadonlyMap<string, string>>(new Map());
  const { hasHeader, mapping } = columns;
  const header = (hasHeader && file.rows[0]?.cells) || [];
  const plan = useMemo(
    () => planInvites({ ...file, rows: file.rows.slice(hasHeader ? 1 : 0) }, { mapping, roles, chosenRoles }),
    [file, hasHeader, mapping, roles, chosenRoles],
  );
  // The button that had the focus is gone, so a screen reader continues here.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const rowCount = file.rows.length + file.brokenLines.length - (hasHeader ? 1 : 0);

  return (
    <Stack>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Title order={2} size="h5" ref={heading} tabIndex={-1} style={{ overflowWrap: "anywhere" }}>
            {file.name}
          </Title>
          <Text size="sm" c="dimmed">
            {texts.rows(rowCount)}
          </Text>
        </div>
        <Button variant="default" onClick={onCancel} style={{ flexShrink: 0 }}>
          {texts.review.chooseOther}
        </Button>
      </Group>
      {file.encoding === "windows-1252" && (
        <Alert color="yellow" icon={<IconInfoCircle />}>
          {texts.review.readAsWindows1252}
        </Alert>
      )}
      <ColumnMappingForm rows={file.rows} value={columns} onChange={setColumns} />
      {mapping.role !== undefined && (
        <QueryStatus
          query={query}
          operation={listUsers}
          title={texts.roles.failed}
          onRetry={() => void query.refetch()}
        />
      )}
      {mapping.role !== undefined && !query.isFetched ? (
        <Group gap="xs" component="output">
          <Loader size="xs" />
          <Text size="sm">{texts.roles.loading}</Text>
        </Group>
      ) : (
        <>
          {plan.rolesToChoose.size > 0 && (
            <RoleChoices
              rolesToChoose={plan.rolesToChoose}
              roles={roles}
              chosenRoles={chosenRoles}
              onChange={setChosenRoles}
            />
          )}
          {mapping.email !== undefined && (
            <>
              <SkippedRows rows={plan.skippedRows} header={header} />
              {plan.invites.length > 0 && (
                <Card withBorder padding="lg">
                  <Stack gap="xs">
                    <Title order={3} size="h6">
                      {texts.preview.title(plan.invites.length)}
                    </Title>
                    <PlannedInvitesTable invites={plan.invites} roles={roles} />
                  </Stack>
                </Card>
              )}
              <Paper withBorder className={classes.bar}>
                <Text size="sm" component="output">
                  {texts.review.summary(plan.skippedRows.length)}
                </Text>
                <Button
                  leftSection={<IconMailForward size={16} aria-hidden />}
                  disabled={plan.invites.length === 0}
                  onClick={() => onSend(plan, header)}
                >
                  {texts.review.send(plan.invites.length)}
                </Button>
              </Paper>
            </>
          )}
        </>
      )}
    </Stack>
  );
}
