import type { Region, UserV1 } from "@segment-iam/client";

/** The workspace that the console shows. */
export interface Workspace {
  /** Whether it is a real workspace or a mock. */
  readonly kind: "live" | "mock";
  /** The region of a real workspace. */
  readonly region?: Region;
  /** Its ID; `undefined` while unknown. The API has no operation that returns it. */
  readonly id?: string;
}

/** The tag in index.html. The server replaces its content. */
const META = '<meta name="workspace" content="" />';

/** Writes the workspace into index.html. */
export function writeWorkspace(html: string, workspace: Workspace): string {
  // The ID comes from the API. Encoding it keeps it inside the attribute.
  const content = encodeURIComponent(JSON.stringify(workspace));
  return html.replace(META, META.replace('""', `"${content}"`));
}

/** Reads the workspace in the browser. */
export function readWorkspace(document: Document): Workspace {
  const content = document.querySelector<HTMLMetaElement>("meta[name=workspace]")?.content;
  return content ? (JSON.parse(decodeURIComponent(content)) as Workspace) : { kind: "mock" };
}

/** Returns the ID of the workspace on which one of the users has a permission. */
export function findWorkspaceId(users: readonly UserV1[]): string | undefined {
  const resources = users.flatMap(({ permissions = [] }) => permissions.flatMap(({ resources }) => resources));
  return resources.find(({ type }) => type === "WORKSPACE")?.id;
}

/** Names a workspace: `live workspace 9aQ1Lj62S4bomZKLF4DPqW (region eu)`. */
export function nameWorkspace({ kind, region, id }: Workspace): string {
  return [kind, "workspace", id, region && `(region ${region})`].filter(Boolean).join(" ");
}
