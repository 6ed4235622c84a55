/**
 * Returns the files of a recipe by their paths. A file is the code block below a heading with the path, such as "### `src/router.tsx`".
 */
export function readRecipe(markdown: string): Map<string, string> {
  const files = markdown.matchAll(/^#+ `([^`]+)`\n(?:(?!#|```)[^\n]*\n)*```\w+\n(.*?)^```$/gms);
  return new Map(Array.from(files, ([, path = "", text = ""]) => [path, text]));
}
