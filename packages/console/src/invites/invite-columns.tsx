import { Group, Text, ThemeIcon } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import type { Column } from "../table/column.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

/** What the list says of each invite: the API tells no more than the address. */
export const inviteColumns: readonly Column<string>[] = [
  {
    header: "Email",
    width: "minmax(0, 1fr)",
    cell: (email) => (
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon variant="light" color="gray" radius="xl" size={34} aria-hidden>
          <IconMail size={18} stroke={1.75} />
        </ThemeIcon>
        <Text size="sm" fw={500} truncate>
          {email}
        </Text>
      </Group>
    ),
  },
  { header: "Action", isQuiet: true, width: "3.75rem", cell: (email) => <WithdrawButton email={email} /> },
];
