import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Turns Markdown into HTML as GitHub does, but lets everything through that GitHub would hold back. */
export function render(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** The tags of a page, in order. */
export function tagsIn(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

/** What a page says. */
export function textOf(html: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? "")
    .trim();
}
