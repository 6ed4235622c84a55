import { expect, it } from "vitest";
import type { Page } from "./pages/page.ts";
import { createSidebar, PAGE_GROUPS } from "./sidebar.ts";

const listed = ["index.md", "operations/index.md", ...PAGE_GROUPS.flatMap(({ pages }) => pages)];

/** Creates the sidebars of a site with these pages. */
function sidebarOf(paths: readonly string[]) {
  const part = { file: "", text: "# Title", anchors: ["title"], startAnchors: [""] };
  return createSidebar(
    paths.map((path): Page => ({ path, parts: [part] })),
    [],
  );
}

it("has one item for each page, except for the home page", () => {
  const [, ...paths] = [...listed, "operations/getUser.md"];
  const links = JSON.stringify(sidebarOf(["index.md", ...paths])).match(/(?<="link":")[^"]+/g);
  expect(links?.toSorted()).toEqual(paths.map((path) => `/${path.replace(/(index)?\.md$/, "")}`).toSorted());
});

it.each([
  ["a page that the sidebar does not list", [...listed, "guide/new.md"], "does not list guide/new.md"],
  ["a listed page that is missing", listed.slice(0, -1), `lists ${listed.at(-1)}, which does not exist`],
])("throws on %s", (_, paths, message) => {
  expect(() => sidebarOf(paths)).toThrow(message);
});
