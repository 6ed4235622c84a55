/** Characters that no part of an address contains without quotes (RFC 5322, 3.2.3). Quoted local parts are not supported. */
const ATOM = String.raw`[^\s@,;:<>()[\]"\\]`;
const ADDRESS = new RegExp(String.raw`^${ATOM}+@(?:[^\s@,;:<>()[\]"\\.]+\.)+[^\s@,;:<>()[\]"\\.]+$`, "u");

/** Returns whether text is one email address with a domain such as `example.com`. The API decides whether it accepts the address. */
export function isEmailAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/**
 * A quoted name, an address in angle brackets, a comment, a separator, or other text.
 *
 * None of them spans lines, so a stray quote ends with its line. The limits of 300 characters keep the time linear.
 */
const TOKEN = /"(?:[^"\\\n]|\\[^\n]){0,300}"|<[^<>\n]{0,300}>|\([^()\n]{0,300}\)|[,;\n]|[^",;<(\n]+|["<(]/g;

/**
 * Returns the addresses in a list, as copied from a mail client or a spreadsheet: `Ada <ada@example.com>, "Hopper, Grace" <grace@example.com>; x@y.z`.
 *
 * Drops names. Returns text that is neither an address nor a name unchanged, so that the user can correct it.
 *
 * Parsers of mail headers do not fit: they return one address for `a@example.com b@example.com`, and treat a line break as a space.
 */
export function parseAddresses(text: string): string[] {
  const found: string[] = [];
  /** Parts without an address since the last address. If an address in angle brackets follows, they are its name. */
  let names: string[] = [];
  let part = "";
  /** The part without quoted names. */
  let unquoted = "";
  /** Whether the part follows an address in angle brackets. */
  let followsBrackets = false;

  function startPart() {
    part = "";
    unquoted = "";
    followsBrackets = false;
  }

  function endPart() {
    const entries = addressesIn(part);
    if (entries.some(isAddressLike)) {
      found.push(...names, ...entries);
      names = [];
    } else if (!followsBrackets) {
      names.push(...entries);
    }
    startPart();
  }

  function endList() {
    endPart();
    found.push(...names);
    names = [];
  }

  function endBrackets(token: string) {
    const entries = addressesIn(token);
    // Without a separator, the text before the brackets can contain other addresses. Often it repeats the same one.
    const others = addressesIn(unquoted).filter((word) => isEmailAddress(word) && !entries.includes(word));
    found.push(...others, ...entries);
    names = [];
    startPart();
    followsBrackets = true;
  }

  for (const [token] of text.replaceAll(/\r\n?/g, "\n").matchAll(TOKEN)) {
    if (token === ",") endPart();
    else if (token === ";" || token === "\n") endList();
    else if (token.startsWith("<") && token.length > 1) endBrackets(token);
    else if (token.startsWith('"') && token.length > 1) part += token.slice(1, -1).replaceAll(/\\(.)/g, "$1");
    else {
      part += token;
      unquoted += token;
    }
  }
  endList();
  return found;
}

/** Returns the addresses in text without separators; the text itself if there is none. */
function addressesIn(text: string): string[] {
  const words = text.split(/\s+/).map(clean).filter(isAddressLike);
  if (words.length > 0) return words;
  const entry = clean(text.trim());
  return entry ? [entry] : [];
}

/** Returns whether a word is an address, or was meant as one: `ada.example.com`. */
function isAddressLike(text: string): boolean {
  return /@|[^\s.]\.[^\s.]/.test(text) && !/\s/.test(text);
}

/** Removes brackets, quotes, punctuation and the `mailto:` scheme around an address. */
function clean(text: string): string {
  return (
    text
      .replace(/^[<("'[{.:]+/, "")
      .replace(/^mailto:/i, "")
      .replace(/\?.*$/, "")
      // The lookbehind keeps the time linear.
      .replace(/(?<![>)"'\]}.:!])[>)"'\]}.:!]+$/, "")
  );
}

/** Returns whether typed text ends with a separator, and so is complete. A space ends an address, but not a name. */
export function endsAddress(text: string): boolean {
  if (/\s$/.test(text)) return isEmailAddress(text.trim());
  return /[,;]$/.test(text) && text.split('"').length % 2 === 1 && text.lastIndexOf("<") <= text.lastIndexOf(">");
}
