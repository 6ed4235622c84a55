import { Pill, TagsInput } from "@mantine/core";

/** Props of {@link EmailsInput}. */
export interface EmailsInputProps {
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
  /** Error messages: `emails` for the whole field, `emails.0` for the first address. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Accepts email addresses, typed or pasted, and marks those with an error. */
export function EmailsInput({ value, onChange, errors }: EmailsInputProps) {
  const addressErrors = value.flatMap((email, index) => {
    const message = errors[`emails.${index}`];
    return message === undefined ? [] : [`${email}: ${message}`];
  });
  return (
    <TagsInput
      label="Email addresses"
      description="Separate addresses with commas, spaces or Enter, or paste a column from a spreadsheet"
      placeholder={value.length === 0 ? "ada@example.com" : ""}
      data-autofocus
      // There are no suggestions, so the dropdown stays closed.
      dropdownOpened={false}
      required
      splitChars={[",", ";", " ", "\t", "\n"]}
      value={value}
      onChange={onChange}
      error={errors["emails"] ?? (addressErrors.length > 0 && addressErrors.join("\n"))}
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
