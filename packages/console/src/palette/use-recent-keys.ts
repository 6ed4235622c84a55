import { useLocalStorage } from "@mantine/hooks";

const MAX_RECENT = 5;

/**
 * Returns the keys of the entries that were chosen last, the newest first, and a function that adds one.
 *
 * The browser stores them, so only add keys without names and addresses of people.
 */
export function useRecentKeys(): [keys: readonly string[], add: (key: string) => void] {
  const [keys, setKeys] = useLocalStorage<readonly string[]>({
    key: "palette-recent",
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: readKeys,
  });
  // Sets a value, because `setKeys` would not call an updater function after the palette has closed.
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
