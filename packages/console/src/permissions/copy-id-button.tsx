import { ActionIcon, CopyButton, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { texts } from "./texts.ts";

/** Props of {@link CopyIdButton}. */
export interface CopyIdButtonProps {
  readonly id: string;
  /** What the button copies, such as `Copy role ID`. */
  readonly label: string;
}

/** Copies an ID. The tooltip shows the ID. */
export function CopyIdButton({ id, label }: CopyIdButtonProps) {
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? texts.copied : `${label}: ${id}`}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={copy}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
