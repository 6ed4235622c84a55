import { EmptyState } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** Props of {@link ListEmptyState}. */
export interface ListEmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly description: string;
  /** A button that adds the first row. */
  readonly action?: ReactNode;
}

/** Shown in place of the rows of an empty list. */
export function ListEmptyState({ icon: Icon, title, description, action }: ListEmptyStateProps) {
  return (
    <EmptyState p="xl" icon={<Icon stroke={1.5} />} title={title} description={description}>
      {action && <EmptyState.Actions>{action}</EmptyState.Actions>}
    </EmptyState>
  );
}
