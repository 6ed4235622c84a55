import { isObject, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { METHOD_KEYS } from "../spec/openapi.ts";
import type { Building } from "./model-context.ts";
import type { Server } from "./model.ts";

/** What a region can be called: a word that reads well as an option. */
const REGION = /^[A-Za-z][\w-]*$/;

/** The server of a document that names none (OpenAPI 3.1, 4.8.1). */
const DEFAULT_SERVERS: readonly Json[] = [{ url: "/" }];

/**
 * Builds the regions of the API, one for each server of the document.
 *
 * A region is named by `x-region`. Without it, the first server is `default`, and the one at position N, counted from 1, is `serverN`.
 */
export function buildServers(building: Building): Server[] {
  const { report, warn } = building;
  const document = building.document as unknown as JsonObject;
  const { servers: written = [] } = document;
  if (!Array.isArray(written)) {
    report(["servers"], "`servers` is not a list", "Write it as a list of objects with a `url`");
    return [];
  }
  warnOfOverrides(building, document);
  const regions = new Set<string>();
  return (written.length > 0 ? written : DEFAULT_SERVERS).flatMap((server, index): Server[] => {
    const at = ["servers", index];
    if (!isObject(server) || typeof server["url"] !== "string") {
      report(at, "The server has no `url`", "Write it as an object with a `url`");
      return [];
    }
    const { "x-region": region = index === 0 ? "default" : `server${index + 1}`, description } = server;
    if (typeof region !== "string" || !REGION.test(region)) {
      report(
        [...at, "x-region"],
        "`x-region` is no name of a region",
        "Use ASCII letters, digits and hyphens, a letter first",
      );
      return [];
    }
    if (regions.has(region))
      report([...at, "x-region"], `The region \`${region}\` is there twice`, "Give each server its own");
    regions.add(region);
    const url = withoutEndSlashes(withVariables(building, server["url"], server["variables"], at));
    if (!/^https?:\/\//i.test(url)) {
      const reason = `The region \`${region}\` has no absolute URL, so a client outside of a page needs \`baseUrl\``;
      warn(at.slice(0, written.length > 0 ? 2 : 0), reason, "Write the address of the API into `servers`");
    }
    return [{ region, url, description: typeof description === "string" ? description : undefined }];
  });
}

/** Fills in the default of each variable. A name in braces that has none stays in the URL. */
function withVariables({ warn }: Building, url: string, variables: Json | undefined, at: Path): string {
  return url.replace(/\{([^{}]+)\}/g, (written, name: string) => {
    const variable = isObject(variables) && Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = isObject(variable) ? variable["default"] : undefined;
    if (typeof value === "string") return value;
    warn([...at, "url"], `The variable {${name}} of the server has no default`, "Give it one below `variables`");
    return written;
  });
}

function withoutEndSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}

/** The client has one base URL. Servers of a path or of an operation are left out. */
function warnOfOverrides({ warn }: Building, { paths }: JsonObject): void {
  for (const [path, pathItem] of Object.entries(isObject(paths) ? paths : {})) {
    if (!isObject(pathItem)) continue;
    for (const key of ["", ...METHOD_KEYS]) {
      const owner = key === "" ? pathItem : pathItem[key];
      if (!isObject(owner) || owner["servers"] === undefined) continue;
      const at = ["paths", path, ...(key === "" ? [] : [key]), "servers"];
      warn(
        at,
        "A server of its own is left out: the client sends to the server of its region",
        "Give `baseUrl` for such calls",
      );
    }
  }
}

/** Tells whether an operation needs a token: one whose `security`, or else that of the document, has no empty alternative. */
export function findTokenNeed({ document }: Building): boolean {
  const { security: common, paths } = document as unknown as JsonObject;
  return Object.values(paths as JsonObject).some(
    (pathItem) =>
      isObject(pathItem) &&
      METHOD_KEYS.some((key) => {
        const operation = pathItem[key];
        return isObject(operation) && isRequired(operation["security"] ?? common);
      }),
  );
}

function isRequired(security: Json | undefined): boolean {
  if (!Array.isArray(security) || security.length === 0) return false;
  return security.every((alternative) => isObject(alternative) && Object.keys(alternative).length > 0);
}
