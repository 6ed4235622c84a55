import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "@rspress/core";

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
const { repository } = read("../../package.json");

export default defineConfig({
  root: "dist/pages",
  outDir: "dist/site",
  title: "segment-iam",
  description: "TypeScript packages for Segment's IAM Users API.",
  globalStyles: join(import.meta.dirname, "src/site.css"),
  // Writes llms.txt, llms-full.txt and a Markdown file for each page.
  llms: true,
  builderConfig: { performance: { printFileSize: false } },
  route: { cleanUrls: true },
  markdown: {
    // Dead links and anchors fail the build. The check does not find the anchors of table rows in the API pages, because they are HTML.
    link: { checkDeadLinks: true, checkAnchors: { excludes: (url) => url.includes("#property-") } },
  },
  themeConfig: {
    // `pnpm pages` writes this file.
    sidebar: read("dist/sidebar.json"),
    nav: [
      { text: "Guide", link: "/start/node", activeMatch: "^/(start|concepts|guide|about)/" },
      { text: "Operations", link: "/operations/", activeMatch: "^/operations/" },
      { text: "API", link: "/api/", activeMatch: "^/api/" },
    ],
    socialLinks: [{ icon: "github", mode: "link", content: repository }],
    llmsUI: { placement: "outline", viewOptions: false, injectLlmsHint: false },
  },
});
