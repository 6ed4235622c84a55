import { CloseButton, Group, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { formatCount } from "../format.ts";
import { LoadAllButton } from "./load-all-button.tsx";
import type { Pages } from "./use-page-loader.ts";

/** What stands above a list. */
export interface ListToolbarProps {
  /** What is searched, such as `users`. */
  readonly noun: string;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly shownCount: number;
  readonly loadedCount: number;
  /** How many there are in all; left out when nobody knows. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly pages: Pages;
}

/** Searches what is loaded, says that it does only that, and offers to load the rest: the API has no search. */
export function ListToolbar(props: ListToolbarProps) {
  const { noun, search, onSearch, shownCount, loadedCount, total, hasMore, pages } = props;
  const loaded = formatCount(loadedCount) + (total === undefined ? "" : ` of ${formatCount(total)}`);
  const searched = hasMore ? `the ${loaded} loaded` : `all ${formatCount(loadedCount)}`;
  return (
    <Group gap="sm">
      <TextInput
        type="search"
        aria-label={`Search ${noun}`}
        placeholder={`Search ${noun}`}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={search && <CloseButton size="sm" aria-label="Clear the search" onClick={() => onSearch("")} />}
        value={search}
        onChange={({ currentTarget }) => onSearch(currentTarget.value)}
        w={{ base: "100%", xs: 280 }}
      />
      <Text size="sm" c="dimmed" component="output">
        {loadedCount > 0 && (search ? `${formatCount(shownCount)} found in ${searched}` : `${loaded} loaded`)}
      </Text>
      {(hasMore || pages.isLoadingAll) && <LoadAllButton pages={pages} />}
    </Group>
  );
}
