import { Alert, Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { IconAlertCircle, IconDownload, IconFileTypeCsv } from "@tabler/icons-react";
import { downloadCsv } from "../files/download-file.ts";
import { DropZone } from "../files/drop-zone.tsx";
import { usePermissionOptions, type PermissionOptions } from "../permissions/permission-options.ts";
import { inviteFields } from "./plan/guess-columns.ts";
import { texts } from "./texts.ts";

/** Props of {@link FilePicker}. */
export interface FilePickerProps {
  readonly onChoose: (file: File) => void;
  /** Whether the chosen file is being read. */
  readonly isReading: boolean;
  /** Why the chosen file cannot be imported. */
  readonly error: string | undefined;
}

/** Accepts a CSV file by drag and drop or from a file dialog. */
export function FilePicker({ onChoose, isReading, error }: FilePickerProps) {
  const options = usePermissionOptions();
  return (
    <Stack>
      {error !== undefined && (
        <Alert role="alert" color="red" icon={<IconAlertCircle />}>
          {error}
        </Alert>
      )}
      <DropZone label={texts.picker.title} onChoose={onChoose} align="center" gap="sm" p="xl">
        <IconFileTypeCsv size={44} stroke={1.25} aria-hidden color="var(--mantine-color-dimmed)" />
        <Text fw={550}>{texts.picker.title}</Text>
        <Text size="sm" c="dimmed" ta="center" maw={460}>
          {texts.picker.description}
        </Text>
        <Group justify="center" mt="xs">
          <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => file && onChoose(file)}>
            {(props) => (
              <Button {...props} loading={isReading}>
                {texts.picker.choose}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => downloadCsv("invites.csv", createTemplate(options))}
          >
            {texts.picker.template}
          </Button>
        </Group>
      </DropZone>
    </Stack>
  );
}

/** Returns the rows of a CSV template: column names and two examples, with a role and the ID of the workspace if they are known. */
function createTemplate({ roles, workspaceId }: PermissionOptions): string[][] {
  const [role = ""] = roles.values();
  const resource = role && workspaceId ? ["WORKSPACE", workspaceId] : ["", ""];
  return [
    inviteFields.map((field) => texts.field[field]),
    ["ada@example.com", role, ...resource],
    ["grace@example.com", role, ...resource],
  ];
}
