import { Pill, TagsInput } from "@mantine/core";

/** What the input works on. */
export interface EmailsInputProps {
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
  /** What is wrong: `emails` is about all of them, `emails.0` about the first. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Takes any number of addresses, typed or pasted, and marks those that Segment refused. */
export function EmailsInput({ value, onChange, errors }: EmailsInputProps) {
  const refused = value.flatMap((email, index) => {
    const complaint = errors[`emails.${index}`];
    return complaint === undefined ? [] : [`${email}: ${complaint}`];
  });
  return (
    <TagsInput
      label="Email addresses"
      description="Separate them with commas, spaces or Enter; a column pasted from a sheet works too"
      placeholder={value.length === 0 ? "ada@example.com" : ""}
      data-autofocus
      // There is nothing to choose from, and so no list to open.
      dropdownOpened={false}
      required
      splitChars={[",", ";", " ", "\t", "\n"]}
      value={value}
      onChange={onChange}
      error={errors["emails"] ?? (refused.length > 0 && refused.join("\n"))}
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
