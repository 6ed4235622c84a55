import { Stack, type StackProps } from "@mantine/core";
import { useState, type DragEvent, type ReactNode } from "react";
import classes from "./drop-zone.module.css";

/** Props of {@link DropZone}. */
export interface DropZoneProps extends StackProps {
  readonly label: string;
  /** Whether a file was chosen. @default false */
  readonly isFilled?: boolean;
  readonly onChoose: (file: File) => void;
  readonly children: ReactNode;
}

/** A box that accepts a file by drag and drop. */
export function DropZone({ label, isFilled = false, onChoose, children, ...props }: DropZoneProps) {
  const [isDraggedOver, setDraggedOver] = useState(false);
  return (
    <Stack
      {...props}
      component="section"
      aria-label={label}
      className={classes.zone ?? ""}
      data-over={isDraggedOver}
      data-filled={isFilled}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setDraggedOver(true);
      }}
      onDragLeave={() => setDraggedOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setDraggedOver(false);
        const file = event.dataTransfer.files.item(0);
        if (file) onChoose(file);
      }}
    >
      {children}
    </Stack>
  );
}
