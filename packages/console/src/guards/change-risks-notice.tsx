import { Alert, Loader, Stack, Text } from "@mantine/core";
import type { UserV1 } from "@segment-iam/client";
import { IconAlertTriangle } from "@tabler/icons-react";
import { nameUser } from "../users/user-columns.tsx";
import { texts } from "./texts.ts";
import type { KnownRisks } from "./use-change-risks.ts";

/** The number of owners to name. */
const MAX_NAMED = 3;

/** Names the owners that a change affects, and states whether an owner remains. Shows nothing for a change without risks. */
export function ChangeRisksNotice({ risks }: { readonly risks: KnownRisks }) {
  const { owners, formerOwners, ownAccount } = risks;
  const affectsOwners = formerOwners.length > 0 || owners !== "safe";
  if (!affectsOwners && ownAccount === undefined) return null;
  return (
    <Stack gap="xs">
      {affectsOwners && <OwnersNotice risks={risks} />}
      {ownAccount && (
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {texts.self[ownAccount]}
        </Alert>
      )}
    </Stack>
  );
}

function OwnersNotice({ risks }: { readonly risks: KnownRisks }) {
  const { owners, formerOwners, remainingOwners, loaded, total } = risks;
  const names = nameUsers(formerOwners);
  if (owners === "checking") {
    return (
      <Text size="sm" component="output" display="flex" style={{ alignItems: "center", gap: 8 }}>
        <Loader size={14} aria-hidden />
        {texts.owner.checking(loaded, total)}
      </Text>
    );
  }
  if (owners === "safe") {
    return (
      <Alert color="yellow" icon={<IconAlertTriangle />}>
        {texts.owner.remaining(names, remainingOwners)}
      </Alert>
    );
  }
  const isLast = owners === "last";
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertTriangle />}
      title={isLast ? texts.owner.lastTitle : texts.owner.unknownTitle}
    >
      {isLast ? texts.owner.last(names) : names === "" ? texts.owner.unknownUsers : texts.owner.unknown(names)}
    </Alert>
  );
}

function nameUsers(users: readonly UserV1[]): string {
  const names = users.slice(0, MAX_NAMED).map(nameUser);
  const others = users.length - names.length;
  return new Intl.ListFormat("en").format(others > 0 ? [...names, texts.owner.more(others)] : names);
}
