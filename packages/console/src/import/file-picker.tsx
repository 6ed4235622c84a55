import { Button, Code, FileButton, Group, Stack, Text } from "@mantine/core";
import { IconDownload, IconFileTypeCsv } from "@tabler/icons-react";
import { useState, type DragEvent } from "react";
import { downloadCsv } from "../csv/download-csv.ts";
import classes from "./file-picker.module.css";
import { inviteSheetColumns } from "./parse-invite-csv.ts";

const example = {
  email: "ada@example.com",
  role_id: "1WDUuRLxv84rrfCNUwvkrRtkxnS",
  resource_type: "WORKSPACE",
  resource_id: "9aQ1Lj62S4bomZKLF4DPqW",
};

/** Takes a CSV file, dropped or chosen. */
export function FilePicker({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const [isOver, setOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file) onChoose(file);
  }

  return (
    <Stack
      align="center"
      gap="sm"
      className={classes.zone}
      data-over={isOver}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileTypeCsv size={44} stroke={1.25} aria-hidden className={classes.icon} />
      <Text fw={550}>Drop a CSV file here</Text>
      <Text size="sm" c="dimmed" ta="center" maw={460}>
        One person a row. The first column is the address; <Code>{inviteSheetColumns.slice(1).join(", ")}</Code> may
        follow. A file with nothing but addresses is fine.
      </Text>
      <Group justify="center" mt="xs">
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => file && onChoose(file)}>
          {(props) => <Button {...props}>Choose a file</Button>}
        </FileButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => downloadCsv("invites.csv", [example])}
        >
          Download a template
        </Button>
      </Group>
    </Stack>
  );
}
