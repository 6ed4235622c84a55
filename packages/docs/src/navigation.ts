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
