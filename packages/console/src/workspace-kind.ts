/** Whether the console shows the real workspace or a made-up one. */
export type WorkspaceKind = "live" | "mock";

/** What index.html says; the server writes the truth there before it sends the page. */
const META = '<meta name="workspace" content="mock" />';

/** Writes the kind of workspace into index.html. */
export function writeWorkspaceKind(html: string, kind: WorkspaceKind): string {
  return html.replace(META, META.replace("mock", kind));
}

/** Reads it back in the browser. */
export function readWorkspaceKind(document: Document): WorkspaceKind {
  return document.querySelector<HTMLMetaElement>("meta[name=workspace]")?.content === "live" ? "live" : "mock";
}
