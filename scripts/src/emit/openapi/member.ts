import { propertyKey } from "../../text/literal.ts";
import { docComment, type Documented } from "./doc-comment.ts";
import type { TypeText } from "./type-text.ts";

/** What there is to say about a member besides its name and type. */
interface MemberOptions {
  optional?: boolean;
  readOnly?: boolean;
  doc?: Documented;
}

/** Writes one member of an object type, on lines of its own. */
export function member(name: string, { code }: TypeText, options: MemberOptions = {}): string {
  const { optional, readOnly, doc } = options;
  return `${doc ? docComment(doc) : ""}${readOnly ? "readonly " : ""}${memberName(name)}${optional ? "?" : ""}: ${code};\n`;
}

/** Writes members as an object type. */
export function objectOf(members: readonly string[]): TypeText {
  return { code: `{\n${members.join("")}}` };
}

/** Writes a name; one that is a number, such as that of a status, is written as a number. */
function memberName(name: string): string {
  return String(Number(name)) === name && !name.startsWith("-") ? name : propertyKey(name);
}
