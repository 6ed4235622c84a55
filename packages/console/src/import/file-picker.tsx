import { Button, Code, FileButton, Group, Stack, Text } from "@mantine/core";
import { IconDownload, IconFileTypeCsv } from "@tabler/icons-react";
import { useState, type DragEvent } from "react";
import { downloadCsv } from "../csv.ts";
import classes from "./file-picker.module.css";
import { inviteColumnNames } from "./parse-invite-csv.ts";

const templateRow = {
  email: "ada@example.com",
  role_id: "1WDUuRLxv84rrfCNUwvkrRtkxnS",
  resource_type: "WORKSPACE",
  resource_id: "9aQ1Lj62S4bomZKLF4DPqW",
};

/** Accepts a CSV file by drag and drop or from a file dialog. */
export function FilePicker({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const [isDraggedOver, setDraggedOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setDraggedOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file) onChoose(file);
  }

  return (
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
      <Text fw={550}>Drop a CSV file here</Text>
      <Text size="sm" c="dimmed" ta="center" maw={460}>
        One person per row. The first column is the email address. Optional columns:{" "}
        <Code>{inviteColumnNames.slice(1).join(", ")}</Code>
      </Text>
      <Group justify="center" mt="xs">
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => file && onChoose(file)}>
          {(props) => <Button {...props}>Choose file</Button>}
        </FileButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => downloadCsv("invites.csv", [templateRow])}
        >
          Download template
        </Button>
      </Group>
    </Stack>
  );
}
