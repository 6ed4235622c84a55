import { Button, CloseButton, Group, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { formatCount, formatQuantity } from "../format.ts";
import type { PageLoader } from "./use-page-loader.ts";

/** Props of {@link ListToolbar}. */
export interface ListToolbarProps {
  /** The plural of what the list shows, such as `users`. */
  readonly noun: string;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly matchCount: number;
  readonly loadedCount: number;
  /** The number of rows including those not loaded; `undefined` if unknown. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly pageLoader: PageLoader;
}

/** Searches the loaded rows and offers to load the rest. The API has no search. */
export function ListToolbar(props: ListToolbarProps) {
  const { noun, search, onSearch, matchCount, loadedCount, total, hasMore, pageLoader } = props;
  const { isLoadingAll, setLoadingAll } = pageLoader;
  const loaded = formatCount(loadedCount) + (total === undefined ? "" : ` of ${formatCount(total)}`);
  const searched = hasMore ? `${loaded} loaded` : `all ${formatCount(loadedCount)}`;
  return (
    <Group gap="sm">
      <TextInput
        type="search"
        aria-label={`Search ${noun}`}
        placeholder={`Search ${noun}`}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={search && <CloseButton size="sm" aria-label="Clear search" onClick={() => onSearch("")} />}
        value={search}
        onChange={({ currentTarget }) => onSearch(currentTarget.value)}
        w={{ base: "100%", xs: 280 }}
      />
      <Text size="sm" c="dimmed" component="output">
        {loadedCount > 0 &&
          (search ? `${formatQuantity(matchCount, ["match", "matches"])} in ${searched}` : `${loaded} loaded`)}
      </Text>
      {(hasMore || isLoadingAll) && (
        <Button size="compact-sm" variant="light" onClick={() => setLoadingAll(!isLoadingAll)}>
          {isLoadingAll ? "Stop" : "Load all"}
        </Button>
      )}
    </Group>
  );
}
