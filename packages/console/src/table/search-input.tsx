import { CloseButton, TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef } from "react";
import classes from "./list-toolbar.module.css";

/** Props of {@link SearchInput}. */
export interface SearchInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A search field. `/` moves the focus to it, and Esc clears it. */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([
    ["/", focus, { preventDefault: false }],
    // Some keyboard layouts have "/" on a key with Shift.
    ["shift+/", focus, { preventDefault: false }],
  ]);

  function focus(event: KeyboardEvent) {
    // An open dialog keeps the focus.
    if (event.target instanceof Element && event.target.closest("[role=dialog]")) return;
    event.preventDefault();
    input.current?.focus();
  }

  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value ? (
          <CloseButton size="sm" aria-label="Clear search" onClick={() => onChange("")} />
        ) : (
          <kbd className={classes.key} aria-hidden>
            /
          </kbd>
        )
      }
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onKeyDown={({ key }) => key === "Escape" && onChange("")}
      w={{ base: "100%", xs: 280 }}
    />
  );
}
