/** The names of a path template's parameters, in their order. */
export function pathParameters(path: string): string[] {
  return Array.from(path.matchAll(/\{(.*?)\}/g), ([, name = ""]) => name);
}
