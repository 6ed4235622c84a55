import type { Sidebar, SidebarGroup, SidebarItem } from "@rspress/core";
import { PAGE_GROUPS } from "./navigation.ts";
import type { Page } from "./pages/page.ts";
import { readMarkdown } from "./pages/read-markdown.ts";

/** The navigation that typedoc-plugin-markdown writes. */
export type ApiNavigation = readonly ApiEntry[];

interface ApiEntry {
  readonly title: string;
  /** The path below `api/`. Groups of exports have none. */
  readonly path?: string;
  readonly children?: readonly ApiEntry[];
}

/** Returns the sidebars: one for the hand-written pages, one for the operations and one for the exports. */
export function createSidebar(pages: readonly Page[], apiNavigation: ApiNavigation): Sidebar {
  const titles = new Map(pages.map((page) => [page.path, titleOf(page)]));
  const item = (path: string): SidebarItem => {
    const text = titles.get(path);
    if (text === undefined) throw new Error(`The navigation lists ${path}, which does not exist`);
    return { text, link: linkTo(path) };
  };
  const operations = pages.map(({ path }) => path).filter((path) => /^operations\/(?!index)/.test(path));
  return {
    "/operations/": [item("operations/index.md"), ...operations.map(item)],
    "/api/": apiNavigation.map(apiItem),
    "/": PAGE_GROUPS.map(({ title, pages: paths }) => ({ text: title, items: paths.map(item) })),
  };
}

function apiItem({ title, path, children }: ApiEntry): SidebarGroup | SidebarItem {
  if (children === undefined) return { text: title, link: linkTo(`api/${path}`) };
  const group = { text: title, items: children.map(apiItem), collapsible: true, collapsed: true };
  return path === undefined ? group : { ...group, link: linkTo(`api/${path}`) };
}

function titleOf({ path, parts }: Page): string {
  const title = parts[0] && readMarkdown(parts[0].text).headings[0]?.text;
  if (title === undefined && path !== "index.md") throw new Error(`${path} has no heading`);
  return title ?? "Home";
}

const linkTo = (path: string): string => `/${path.replace(/(?:index)?\.md$/, "")}`;
