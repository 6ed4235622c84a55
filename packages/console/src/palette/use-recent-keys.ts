import { useLocalStorage } from "@mantine/hooks";

const MAX_RECENT = 5;

/**
 * Returns the keys of the entries that were chosen last, the newest first, and a function that adds one.
 *
 * The browser stores them. A key contains no name or address of a person, only an ID.
 */
export function useRecentKeys(): [keys: readonly string[], add: (key: string) => void] {
  const [keys, setKeys] = useLocalStorage<readonly string[]>({
    key: "palette-recent",
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: readKeys,
  });
  // An update by a function would be lost, because the palette closes at once.
  return [keys, (key) => setKeys([key, ...keys.filter((other) => other !== key)].slice(0, MAX_RECENT))];
}

/** Reads stored keys. Another version of the console can have stored something else. */
function readKeys(text: string | undefined): readonly string[] {
  try {
    const keys: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}
