import { ActionIcon, Avatar, CopyButton, Group, Text, Title, Tooltip } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** Who it is. */
export function UserHeading({ user: { id, name, email } }: { readonly user: UserV1 }) {
  return (
    <Group wrap="nowrap" gap="md">
      <title>{`${name} · Segment IAM`}</title>
      <Avatar name={name} size={56} aria-hidden alt="" />
      <div style={{ minWidth: 0 }}>
        <Title order={2} size="h4">
          {name}
        </Title>
        <Text size="sm" c="dimmed" truncate>
          {email}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Text size="xs" c="dimmed" ff="monospace" truncate>
            {id}
          </Text>
          <CopyButton value={id}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? "Copied" : "Copy the ID"}>
                <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Copy the ID" onClick={copy}>
                  {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </Group>
      </div>
    </Group>
  );
}
