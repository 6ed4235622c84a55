import { Button, Group, Stack, Text } from "@mantine/core";
import { listUsers } from "@segment-iam/client";
import { useEffect, useEffectEvent, useRef } from "react";
import { notify } from "../feedback/notify.tsx";
import { QueryStatus } from "../feedback/query-status.tsx";
import { usePageLoader } from "../table/use-page-loader.ts";
import { exportUsers } from "../users/export-users.ts";
import { useUsers } from "../users/use-users.ts";
import { texts } from "./texts.ts";

/** Loads all users and downloads them as a CSV file. Unmount it to cancel. */
export function ExportUsersStatus({ onClose }: { readonly onClose: () => void }) {
  const { query, users, total } = useUsers();
  const { retry } = usePageLoader(query, true);
  const isComplete = query.isSuccess && !query.hasNextPage && !query.isFetching;
  const isExported = useRef(false);
  const finish = useEffectEvent(async () => {
    // React runs effects twice in strict mode.
    if (isExported.current) return;
    isExported.current = true;
    await exportUsers(users);
    notify(texts.exported(users.length));
    onClose();
  });
  useEffect(() => {
    if (isComplete) void finish();
  }, [isComplete]);
  return (
    <Stack gap="sm" p="md">
      <Text size="sm" component="output">
        {texts.exporting(users.length, total)}
      </Text>
      <progress
        value={users.length}
        max={total ?? 1}
        aria-label={texts.commands.export.label}
        style={{ width: "100%" }}
      />
      <QueryStatus query={query} operation={listUsers} title={texts.usersFailed} onRetry={retry} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus data-mantine-stop-propagation>
          {texts.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
