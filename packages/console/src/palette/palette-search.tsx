import { CloseButton, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { listInvites, listUsers } from "@segment-iam/client";
import { IconSearch } from "@tabler/icons-react";
import { useId, useState, type KeyboardEvent } from "react";
import { QueryStatus } from "../feedback/query-status.tsx";
import { texts as frameTexts } from "../layout/texts.ts";
import { groupEntries, type PaletteEntry } from "./group-entries.ts";
import { PaletteList } from "./palette-list.tsx";
import classes from "./palette.module.css";
import { texts } from "./texts.ts";
import { userKey, usePeople } from "./use-people.ts";
import { useRecentKeys } from "./use-recent-keys.ts";

/** Props of {@link PaletteSearch}. */
export interface PaletteSearchProps {
  readonly commands: readonly PaletteEntry[];
  readonly onChoose: (entry: PaletteEntry) => void;
  readonly onClose: () => void;
}

/** A combobox whose list is always open (ARIA Authoring Practices, combobox pattern). The focus stays in the field. */
export function PaletteSearch({ commands, onChoose, onClose }: PaletteSearchProps) {
  // Not deferred, so that Enter never runs an entry of an earlier query.
  const [query, setQuery] = useState("");
  const people = usePeople(query);
  const [recentKeys, addRecent] = useRecentKeys();
  const recent = recentKeys.flatMap(
    (key) => commands.find((command) => command.key === key) ?? people.entryOfUser(key.replace(userKey(""), "")) ?? [],
  );
  const groups = groupEntries(query, { commands, recent, users: people.users, invites: people.invites });
  const entries = groups.flatMap(({ entries }) => entries);
  const [activeKey, setActiveKey] = useState<string>();
  const activeIndex = Math.max(
    0,
    entries.findIndex(({ key }) => key === activeKey),
  );
  const active = entries[activeIndex];
  const listId = useId();
  const optionId = (key: string) => `${listId} ${key}`.replaceAll(/\s/g, "-");

  function choose(entry: PaletteEntry) {
    // The key of an invite is an email address, which is not stored.
    if (!people.invites.items.includes(entry)) addRecent(entry.key);
    onChoose(entry);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActiveKey(entries.at((activeIndex + step) % entries.length)?.key);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (active) choose(active);
    }
    if (event.key === "Escape") onClose();
  }

  return (
    <>
      <TextInput
        // A native input with a datalist cannot show groups.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="combobox"
        aria-label={frameTexts.searchOrRun}
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && optionId(active.key)}
        // Esc closes the palette only, not a drawer below it.
        data-mantine-stop-propagation
        data-autofocus
        variant="unstyled"
        size="md"
        placeholder={texts.placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={<CloseButton aria-label={frameTexts.close} onClick={onClose} hiddenFrom="sm" />}
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setActiveKey(undefined);
        }}
        onKeyDown={onKeyDown}
        classNames={{ root: classes.search ?? "" }}
      />
      <PaletteList
        id={listId}
        groups={groups}
        activeKey={active?.key}
        optionId={optionId}
        onActivate={setActiveKey}
        onChoose={choose}
      />
      {entries.length === 0 && !people.isLoading && (
        <Text size="sm" c="dimmed" ta="center" p="xl">
          {texts.none(query.trim())}
        </Text>
      )}
      <div className={classes.status}>
        {people.isLoading && (
          <Text size="xs" c="dimmed">
            {texts.searching(people.loadedUsers, people.totalUsers)}
          </Text>
        )}
        <QueryStatus
          query={people.userQuery}
          operation={listUsers}
          title={texts.usersFailed}
          onRetry={people.userLoader.retry}
        />
        <QueryStatus
          query={people.inviteQuery}
          operation={listInvites}
          title={texts.invitesFailed}
          onRetry={people.inviteLoader.retry}
        />
      </div>
      <VisuallyHidden component="output">{query.trim() !== "" && texts.resultCount(entries.length)}</VisuallyHidden>
    </>
  );
}
