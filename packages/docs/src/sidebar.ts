import type { Sidebar, SidebarGroup, SidebarItem } from "@rspress/core";
import { isModule, type ApiEntry, type ApiNavigation } from "./api/api-navigation.ts";
import type { Page } from "./pages/page.ts";
import { readMarkdown } from "./pages/read-markdown.ts";

/** A group of hand-written pages in the sidebar. */
export interface PageGroup {
  readonly title: string;
  /** The paths of the pages below `pages/`, in the order of the sidebar. */
  readonly pages: readonly string[];
}

/** The hand-written pages, in the order of the sidebar. */
export const PAGE_GROUPS: readonly PageGroup[] = [
  { title: "Get started", pages: ["start/node.md", "start/vite.md", "start/next.md", "start/install.md"] },
  {
    title: "Concepts",
    pages: ["concepts/operations.md", "concepts/retry.md", "concepts/rate-limits.md", "concepts/invalidation.md"],
  },
  {
    title: "Guides",
    pages: [
      "guide/client.md",
      "guide/pages.md",
      "guide/bulk.md",
      "guide/react.md",
      "guide/optimistic.md",
      "guide/ssr.md",
      "guide/proxy.md",
      "guide/security.md",
      "guide/redis.md",
      "guide/errors.md",
      "guide/observability.md",
      "guide/testing.md",
      "guide/testing-recipes.md",
      "guide/mock.md",
      "guide/interceptors.md",
      "guide/upgrading.md",
      "guide/regenerate.md",
      "guide/troubleshooting.md",
    ],
  },
  { title: "About", pages: ["about/comparison.md", "about/benchmarks.md", "about/changelog.md"] },
];

/** Groups with more exports are collapsed. */
const MAX_OPEN_ITEMS = 15;

/**
 * Returns the sidebars: for the hand-written pages, for the operations and for each module.
 *
 * @throws {Error} If `PAGE_GROUPS` lists a missing page, or does not list a hand-written page
 */
export function createSidebar(pages: readonly Page[], apiNavigation: ApiNavigation): Sidebar {
  const titles = new Map(pages.map((page) => [page.path, titleOf(page)]));
  const item = (path: string): SidebarItem => {
    const text = titles.get(path);
    if (text === undefined)
      throw new Error(`PAGE_GROUPS in src/sidebar.ts lists ${path}, which does not exist in pages/`);
    return { text, link: linkTo(path) };
  };
  const listed = new Set(["index.md", ...PAGE_GROUPS.flatMap((group) => group.pages)]);
  const unlisted = pages.find(({ path }) => !path.startsWith("operations/") && !listed.has(path));
  if (unlisted) throw new Error(`PAGE_GROUPS in src/sidebar.ts does not list ${unlisted.path}, which exists in pages/`);
  const operations = pages.map(({ path }) => path).filter((path) => /^operations\/(?!index)/.test(path));
  const modules = modulesIn(apiNavigation);
  return {
    "/operations/": [item("operations/index.md"), ...operations.map(item)],
    "/api/": modules.map(({ name, link }) => ({ text: name, link })),
    ...Object.fromEntries(modules.map(({ link, sidebar }) => [link, sidebar])),
    "/": PAGE_GROUPS.map(({ title, pages: paths }) => ({ text: title, items: paths.map(item) })),
  };
}

interface ApiModule {
  readonly name: string;
  readonly link: string;
  readonly sidebar: Sidebar[string];
}

/** Returns the modules of the API reference. `react/query` is a child of `react`. */
function modulesIn(entries: ApiNavigation): ApiModule[] {
  const modules = entries.filter(isModule);
  return modules.flatMap((module) => [apiModule(module)].concat(modulesIn(module.children ?? [])));
}

function apiModule({ path = "", children = [] }: ApiEntry): ApiModule {
  const [name, link] = [`@segment-iam/${path.replace("/index.md", "")}`, linkTo(`api/${path}`)];
  const groups = children.filter((child) => !isModule(child)).map(apiGroup);
  return { name, link, sidebar: [{ text: "All modules", link: "/api/" }, { text: name, link }, ...groups] };
}

function apiGroup({ title, children = [] }: ApiEntry): SidebarGroup {
  const items = children.map((child) => ({ text: child.title, link: linkTo(`api/${child.path}`) }));
  return { text: title, items, collapsible: true, collapsed: items.length > MAX_OPEN_ITEMS };
}

function titleOf({ path, parts }: Page): string {
  const title = parts[0] && readMarkdown(parts[0].text).headings[0]?.text;
  if (title === undefined && path !== "index.md") throw new Error(`${path} has no heading`);
  return title ?? "Home";
}

const linkTo = (path: string): string => `/${path.replace(/(?:index)?\.md$/, "")}`;
