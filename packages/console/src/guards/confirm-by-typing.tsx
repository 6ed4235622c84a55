import { TextInput } from "@mantine/core";
import { texts } from "./texts.ts";

/** The largest number of people that can be changed without a typed confirmation. */
const MAX_UNTYPED_PEOPLE = 20;

/** Returns the text to type before a change of this many people; `undefined` for up to 20 people. */
export function textToType(people: number): string | undefined {
  return people > MAX_UNTYPED_PEOPLE ? String(people) : undefined;
}

/** Returns whether the typed text is the expected one. Ignores case, spaces and the thousands separators of numbers. */
export function isTyped(typed: string, expected: string | undefined): boolean {
  return expected === undefined || normalize(typed) === normalize(expected);
}

function normalize(text: string): string {
  return text.replaceAll(/\s|,(?=\d{3}\b)/g, "").toLowerCase();
}

/** Props of {@link ConfirmByTyping}. */
export interface ConfirmByTypingProps {
  /** The text to type: a number of people, or an email address. */
  readonly expected: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** A field for the text that confirms a change. Disable the confirm button until {@link isTyped} returns `true`. */
export function ConfirmByTyping({ expected, value, onChange }: ConfirmByTypingProps) {
  return (
    <TextInput
      label={texts.type(expected)}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
