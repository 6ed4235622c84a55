import { Alert, Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { IconAlertCircle, IconDownload, IconFileTypeCsv } from "@tabler/icons-react";
import { useState, type DragEvent } from "react";
import { downloadCsv } from "../csv.ts";
import { usePermissionOptions } from "../permissions/permission-options.ts";
import classes from "./file-picker.module.css";
import { createTemplate } from "./plan/create-template.ts";
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
  const [isDraggedOver, setDraggedOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setDraggedOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file) onChoose(file);
  }

  return (
    <Stack>
      {error !== undefined && (
        <Alert role="alert" color="red" icon={<IconAlertCircle />}>
          {error}
        </Alert>
      )}
      <Stack
        align="center"
        gap="sm"
        className={classes.zone}
        data-over={isDraggedOver}
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
          setDraggedOver(true);
        }}
        onDragLeave={() => setDraggedOver(false)}
        onDrop={onDrop}
      >
        <IconFileTypeCsv size={44} stroke={1.25} aria-hidden className={classes.icon} />
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
      </Stack>
    </Stack>
  );
}
