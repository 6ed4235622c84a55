import { ActionIcon, Group, Text } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import {
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
  IconDownload,
  IconRefresh,
  type Icon,
} from "@tabler/icons-react";
import { useState } from "react";
import { formatAge } from "../format.ts";
import classes from "./list-actions.module.css";
import { texts } from "./texts.ts";
import { useComfortableRows } from "./grid/use-row-height.ts";

const AGE_INTERVAL_MS = 15_000;

/** Props of {@link ListActions}. */
export interface ListActionsProps {
  /** When the list was loaded, in milliseconds since 1970; 0 until it is loaded. */
  readonly updatedAtMs: number;
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
  /** Downloads the shown rows. Without it, the list has no export button. */
  readonly onExport?: (() => void) | undefined;
}

/** Buttons for a list: refresh, row height and export. */
export function ListActions({ updatedAtMs, isRefreshing, onRefresh, onExport }: ListActionsProps) {
  const [isComfortable, setComfortable] = useComfortableRows();
  return (
    <Group gap={4} wrap="nowrap" pos="relative">
      <UpdatedAt updatedAtMs={updatedAtMs} />
      <ToolButton label={texts.actions.refresh} icon={IconRefresh} loading={isRefreshing} onClick={onRefresh} />
      <ToolButton
        label={isComfortable ? texts.actions.compactRows : texts.actions.comfortableRows}
        icon={isComfortable ? IconBaselineDensitySmall : IconBaselineDensityMedium}
        onClick={() => setComfortable(!isComfortable)}
      />
      {onExport && <ToolButton label={texts.actions.exportCsv} icon={IconDownload} onClick={onExport} />}
    </Group>
  );
}

function UpdatedAt({ updatedAtMs }: { readonly updatedAtMs: number }) {
  const [nowMs, setNowMs] = useState(updatedAtMs);
  useInterval(() => setNowMs(Date.now()), AGE_INTERVAL_MS, { autoInvoke: true });
  if (updatedAtMs === 0) return null;
  return (
    <Text size="xs" c="dimmed" className={classes.age}>
      {texts.actions.updated(formatAge(nowMs - updatedAtMs))}
    </Text>
  );
}

interface ToolButtonProps {
  readonly label: string;
  readonly icon: Icon;
  readonly loading?: boolean;
  readonly onClick: () => void;
}

function ToolButton({ label, icon: ToolIcon, loading = false, onClick }: ToolButtonProps) {
  return (
    // Mantine's tooltip is too large for the initial bundle.
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      loading={loading}
      onClick={onClick}
    >
      <ToolIcon size={18} stroke={1.75} />
    </ActionIcon>
  );
}
