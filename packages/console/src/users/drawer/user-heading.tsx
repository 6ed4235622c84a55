import { Avatar, Badge, Button, Group, Text } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { texts as guardTexts } from "../../guards/texts.ts";
import { useOwnAccount } from "../../guards/use-own-account.ts";
import { CopyIdButton } from "../../permissions/copy-id-button.tsx";
import { nameUser } from "../user-columns.tsx";
import { texts } from "./texts.ts";

/** The user's email address and ID, and a button that marks the own account. */
export function UserHeading({ user }: { readonly user: UserV1 }) {
  const { id, email } = user;
  const { userId, mark } = useOwnAccount();
  const isOwn = userId === id;
  return (
    <Group wrap="nowrap" gap="md">
      <Avatar name={nameUser(user)} size={48} aria-hidden alt="" />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {email}
        </Text>
        <Group gap={4} mih={26}>
          {isOwn && <Badge color="evergreen">{guardTexts.self.marked}</Badge>}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            fw={500}
            ms={isOwn ? 0 : -8}
            onClick={() => mark(isOwn ? undefined : id)}
          >
            {isOwn ? guardTexts.self.unmark : guardTexts.self.mark}
          </Button>
        </Group>
      </div>
      <CopyIdButton id={id} label={texts.copyUserId} />
    </Group>
  );
}
