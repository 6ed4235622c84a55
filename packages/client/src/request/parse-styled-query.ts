import type { OperationDescriptor, QueryStyle } from "../operation-descriptor.ts";
import type { ParsedQuery, QueryProblem, QueryValue } from "./parse-dotted-query.ts";

/** The delimiters in an encoded query. A comma or a bar within an item is percent-encoded. A space within an item is ambiguous. */
const DELIMITERS = { form: ",", spaceDelimited: /%20|\+/, pipeDelimited: "|" };

/** The result of parsing the styled parameters of a query. */
export interface ParsedStyledQuery extends ParsedQuery {
  /** The other pairs, for `parseDottedQuery`. */
  readonly rest: URLSearchParams;
}

/**
 * Parses the parameters of a query that have a style: `ids=a,b` becomes `{ ids: ["a", "b"] }`.
 *
 * It reads the encoded query, because decoding hides the difference between a delimiter and an encoded comma.
 *
 * @param search the query as `URL.search` returns it
 * @example
 * const { parameters, rest } = parseStyledQuery(new URL(request.url).search, operation);
 * const all = { ...parseDottedQuery(rest, operation.query).parameters, ...parameters };
 */
export function parseStyledQuery(
  search: string,
  { queryStyles = {} }: Pick<OperationDescriptor, "queryStyles">,
): ParsedStyledQuery {
  const styled = new Map<string, string[]>();
  const rest: string[] = [];
  for (const pair of search.replace(/^\?/, "").split("&")) {
    const [encoded = "", ...value] = pair.split("=");
    const name = decode(encoded);
    if (name === undefined || !Object.hasOwn(queryStyles, name)) rest.push(pair);
    else if (styled.has(name)) styled.get(name)?.push(value.join("="));
    else styled.set(name, [value.join("=")]);
  }
  const problems: QueryProblem[] = [];
  const parameters = [...styled].flatMap(([name, texts]): [string, QueryValue][] => {
    const value = parseValue(texts, queryStyles[name] as QueryStyle);
    if (typeof value !== "string") return [[name, value]];
    problems.push({ name, reason: value });
    return [];
  });
  return { parameters: Object.fromEntries(parameters), problems, rest: new URLSearchParams(rest.join("&")) };
}

/** Parses the texts of one parameter. Returns the problem as text if they are not valid. */
function parseValue(
  texts: readonly string[],
  { style, explode, type }: QueryStyle,
): Exclude<QueryValue, string> | string {
  if (!explode && texts.length > 1) return "has more than one value";
  const items = (explode ? texts : texts.flatMap((text) => text.split(DELIMITERS[style]))).map(decode);
  if (!items.every((item) => item !== undefined)) return "is not valid percent-encoded text";
  if (type === undefined) return items;
  const names = items.filter((_, index) => index % 2 === 0);
  if (items.length % 2 === 1 || new Set(names).size < names.length) return "is not a list of names and values";
  return Object.fromEntries(names.map((name, index) => [name, items[index * 2 + 1] ?? ""]));
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
