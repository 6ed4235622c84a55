/**
 * Reads a path by a template: the parameters, decoded; `undefined` when the path does not fit or cannot be decoded.
 *
 * A segment may have text around its parameters, as in `{id}.json`. What a value holds is not judged: `%2F` gives a slash.
 */
export function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const actual = pathname.split("/");
  if (expected.length !== actual.length) return undefined;
  const values: [string, string][] = [];
  for (const [index, segment] of actual.entries()) {
    const found = matchSegment(expected[index] ?? "", segment);
    if (found === undefined) return undefined;
    values.push(...found);
  }
  return Object.fromEntries(values);
}

function matchSegment(template: string, segment: string): [string, string][] | undefined {
  const [before = "", ...texts] = template.split(/\{[^{}]+\}/);
  if (texts.length === 0) return segment === template ? [] : undefined;
  const names = Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
  if (!segment.startsWith(before)) return undefined;
  let rest = segment.slice(before.length);
  const values: [string, string][] = [];
  for (const [index, text] of texts.entries()) {
    const end = index === texts.length - 1 ? rest.length - text.length : rest.indexOf(text);
    const value = rest.startsWith(text, end) ? decode(rest.slice(0, end)) : undefined;
    if (value === undefined) return undefined;
    values.push([names[index] ?? "", value]);
    rest = rest.slice(end + text.length);
  }
  return values;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
