import { CloseButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import classes from "./field.module.css";
import { texts } from "./texts.ts";

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
  useEffect(() => {
    // Follows other changes of the URL, such as Back.
    const element = input.current;
    if (element && element !== document.activeElement) element.value = value;
  }, [value]);

  function clear() {
    if (input.current) input.current.value = "";
    onChange("");
  }

  return (
    <div className={`${classes.field} ${classes.search}`}>
      <IconSearch size={16} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        // Uncontrolled, because `value` comes from the URL, which updates later. A controlled field would lose keys in between.
        defaultValue={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={({ key }) => key === "Escape" && clear()}
      />
      {value ? <CloseButton size="sm" aria-label={texts.clearSearch} onClick={clear} /> : <kbd aria-hidden>/</kbd>}
    </div>
  );
}
