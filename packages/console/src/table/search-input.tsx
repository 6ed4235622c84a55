import { CloseButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRef } from "react";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import fieldClasses from "./field.module.css";
import classes from "./list-toolbar.module.css";

/** Props of {@link SearchInput}. */
export interface SearchInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A search field. A native element keeps the initial bundle small. `/` moves the focus to it, and Esc clears it. */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", () => input.current?.focus());
  return (
    <div className={`${fieldClasses.field} ${fieldClasses.search}`}>
      <IconSearch size={16} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={({ key }) => key === "Escape" && onChange("")}
      />
      {value ? (
        <CloseButton size="sm" aria-label="Clear search" onClick={() => onChange("")} />
      ) : (
        <kbd className={classes.key} aria-hidden>
          /
        </kbd>
      )}
    </div>
  );
}
