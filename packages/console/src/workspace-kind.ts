/** Whether the console shows a real workspace or a mock. */
export type WorkspaceKind = "live" | "mock";

/** The tag in index.html. The server replaces its content. */
const META = '<meta name="workspace" content="mock" />';

/** Writes the workspace kind into index.html. */
export function writeWorkspaceKind(html: string, kind: WorkspaceKind): string {
  return html.replace(META, META.replace("mock", kind));
}

/** Reads the workspace kind in the browser. */
export function readWorkspaceKind(document: Document): WorkspaceKind {
  return document.querySelector<HTMLMetaElement>("meta[name=workspace]")?.content === "live" ? "live" : "mock";
}
