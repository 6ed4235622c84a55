/** The navigation that typedoc-plugin-markdown writes: modules, their groups of exports, and the exports. */
export type ApiNavigation = readonly ApiEntry[];

/** A module, a group of exports such as "Functions", or an export. */
export interface ApiEntry {
  readonly title: string;
  /** The path of the page below `api/`. A group has none. */
  readonly path?: string;
  readonly children?: readonly ApiEntry[];
}

/** Returns whether an entry is a module. The page of a module is the index of a folder. */
export const isModule = ({ path }: ApiEntry): boolean => path?.endsWith("/index.md") === true;

/** The paths of the pages of exports, such as `api/client/functions/createIamClient.md`, by the name of the export. */
export type ExportPages = ReadonlyMap<string, string>;

/** Returns the pages of all exports. If two modules export a name, the page of the first module wins. */
export function exportPages(entries: ApiNavigation): ExportPages {
  const pages = new Map<string, string>();
  const add = (entry: ApiEntry): void => {
    const { title, path, children = [] } = entry;
    if (path !== undefined && !isModule(entry) && !pages.has(title)) pages.set(title, `api/${path}`);
    children.forEach(add);
  };
  entries.forEach(add);
  return pages;
}
