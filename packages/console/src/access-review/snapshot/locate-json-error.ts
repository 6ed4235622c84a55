/** A position in a text, from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Matches one token of JSON, after white space. */
const TOKEN =
  // oxlint-disable-next-line no-control-regex -- JSON forbids control characters in strings
  /[ \t\n\r]*([{}[\],:]|"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** What may come next. */
type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end";

/**
 * Returns the position of the first error in JSON, or the end of the text if JSON is missing there. Browsers report the position of only
 * some errors, each in its own words.
 */
export function locateJsonError(text: string): TextPosition {
  const open: string[] = [];
  let expected: Expected = "value";
  let end = 0;
  for (;;) {
    TOKEN.lastIndex = end;
    const token: string | undefined = TOKEN.exec(text)?.[1];
    const next: Expected | undefined = token === undefined ? undefined : advance(token, expected, open);
    if (next === undefined) return positionAt(text, end + (/\S|$/.exec(text.slice(end))?.index ?? 0));
    expected = next;
    end = TOKEN.lastIndex;
  }
}

/** Returns what may come after a token, or `undefined` if the token is not allowed. */
function advance(token: string, expected: Expected, open: string[]): Expected | undefined {
  const isString = token.startsWith('"');
  switch (expected) {
    case "key":
    case "key or }":
      if (isString) return "colon";
      return token === "}" && expected === "key or }" ? close(open) : undefined;
    case "colon":
      return token === ":" ? "value" : undefined;
    case "comma or end":
      if (token === "," && open.length > 0) return open.at(-1) === "{" ? "key" : "value";
      return (token === "}" && open.at(-1) === "{") || (token === "]" && open.at(-1) === "[") ? close(open) : undefined;
    default:
      if (token === "]" && expected === "value or ]") return close(open);
      if (token === "{" || token === "[") {
        open.push(token);
        return token === "{" ? "key or }" : "value or ]";
      }
      return /^[}\],:]$/.test(token) ? undefined : "comma or end";
  }
}

function close(open: string[]): Expected {
  open.pop();
  return "comma or end";
}

function positionAt(text: string, index: number): TextPosition {
  const lines = text.slice(0, index).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
