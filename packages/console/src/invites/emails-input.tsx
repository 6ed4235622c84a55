import { Pill, TagsInput } from "@mantine/core";
import { useState } from "react";
import { endsAddress, parseAddresses } from "./parse-addresses.ts";
import { texts } from "./texts.ts";

/** The number of errors to list. Every invalid address is marked. */
const MAX_LISTED_ERRORS = 8;

/** Props of {@link EmailsInput}. */
export interface EmailsInputProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  /** Error messages: `emails` for the whole field, `emails.0` for the first address. */
  readonly errors: Readonly<Record<string, string>>;
  /** Called with the text that is not an address yet. */
  readonly onType: (text: string) => void;
}

/** Accepts email addresses, typed or pasted from a mail client or spreadsheet, and marks those with an error. */
export function EmailsInput({ value, onChange, errors, onType }: EmailsInputProps) {
  const [search, setSearch] = useState("");
  const addressErrors = value.flatMap((email, index) => {
    const message = errors[`emails.${index}`];
    return message === undefined ? [] : [texts.form.addressError(email, message)];
  });

  const listedErrors = [
    ...addressErrors.slice(0, MAX_LISTED_ERRORS),
    ...(addressErrors.length > MAX_LISTED_ERRORS
      ? [texts.form.moreErrors(addressErrors.length - MAX_LISTED_ERRORS)]
      : []),
  ];

  function add(text: string) {
    const added = new Map(parseAddresses(text).map((email) => [email.toLowerCase(), email]));
    for (const email of value) added.delete(email.toLowerCase());
    onChange([...value, ...added.values()]);
  }

  return (
    <TagsInput
      label={texts.form.emails}
      description={texts.form.emailsDescription}
      placeholder={value.length === 0 ? texts.form.emailsPlaceholder : ""}
      data-autofocus
      // There are no suggestions, so the dropdown stays closed.
      dropdownOpened={false}
      required
      // Names can contain spaces and commas, so the field does not split the text itself.
      splitChars={[]}
      value={[...value]}
      onChange={(next) => {
        if (next.length > value.length) add(next.slice(value.length).join("\n"));
        else onChange(next);
      }}
      searchValue={search}
      onSearchChange={(text) => {
        const isComplete = endsAddress(text);
        if (isComplete) add(text);
        setSearch(isComplete ? "" : text);
        onType(isComplete ? "" : text);
      }}
      error={errors["emails"] ?? (listedErrors.length > 0 && listedErrors.join("\n"))}
      styles={{ error: { whiteSpace: "pre-line" } }}
      renderPill={({ option: { label }, onRemove = () => {} }) => (
        <Pill
          withRemoveButton
          onRemove={onRemove}
          {...(`emails.${value.indexOf(label)}` in errors && { c: "var(--mantine-color-error)", fw: 600 })}
        >
          {label}
        </Pill>
      )}
    />
  );
}
