import { isObject, objectOrEmpty, type Json, type JsonObject, type Path } from "../spec/json.ts";
import { METHOD_KEYS } from "../spec/openapi.ts";
import type { ModelContext } from "./model-context.ts";
import type { Server } from "./model.ts";

/** A valid region name. */
const REGION_NAME = /^[A-Za-z][\w-]*$/;

/** The servers of a document that lists none (OpenAPI 3.1, 4.8.1). */
const DEFAULT_SERVERS: readonly Json[] = [{ url: "/" }];

/**
 * Builds the regions of the API, one for each server of the document.
 *
 * `x-region` names the region. Without it, the first server is `default`, and the Nth server is `serverN`.
 */
export function buildServers(context: ModelContext): Server[] {
  const { report, warn } = context;
  const document = context.document as unknown as JsonObject;
  const { servers = [] } = document;
  if (!Array.isArray(servers)) {
    report(["servers"], "`servers` must be an array", "Use an array of objects with a `url`");
    return [];
  }
  warnAboutNestedServers(context, document);
  const regions = new Set<string>();
  return (servers.length > 0 ? servers : DEFAULT_SERVERS).flatMap((server, index): Server[] => {
    const at = ["servers", index];
    if (!isObject(server) || typeof server["url"] !== "string") {
      report(at, "The server has no `url`", "Use an object with a `url`");
      return [];
    }
    const { "x-region": region = index === 0 ? "default" : `server${index + 1}`, description } = server;
    if (typeof region !== "string" || !REGION_NAME.test(region)) {
      report(
        [...at, "x-region"],
        "`x-region` is not a valid region name",
        "Use ASCII letters, digits, underscores and hyphens, and start with a letter",
      );
      return [];
    }
    if (regions.has(region))
      report([...at, "x-region"], `The region \`${region}\` is not unique`, "Rename one of the regions");
    regions.add(region);
    const url = trimTrailingSlashes(substituteVariables(context, server["url"], server["variables"], at));
    if (!/^https?:\/\//i.test(url)) {
      const reason = `The region \`${region}\` has no absolute URL, so a client outside a browser needs \`baseUrl\``;
      warn(at.slice(0, servers.length > 0 ? 2 : 0), reason, "Add the absolute URL of the API to `servers`");
    }
    return [{ region, url, description: typeof description === "string" ? description : undefined }];
  });
}

/** Replaces each variable with its default. A variable without a default remains in the URL. */
function substituteVariables({ warn }: ModelContext, url: string, variables: Json | undefined, at: Path): string {
  return url.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const variable = isObject(variables) && Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = isObject(variable) ? variable["default"] : undefined;
    if (typeof value === "string") return value;
    warn([...at, "url"], `The server variable {${name}} has no default`, "Add a default under `variables`");
    return placeholder;
  });
}

function trimTrailingSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}

/** Warns about servers of a path or an operation. The client ignores them because it has one base URL. */
function warnAboutNestedServers({ warn }: ModelContext, { paths }: JsonObject): void {
  for (const [path, pathItem] of Object.entries(objectOrEmpty(paths))) {
    if (!isObject(pathItem)) continue;
    for (const key of ["", ...METHOD_KEYS]) {
      const owner = key === "" ? pathItem : pathItem[key];
      if (!isObject(owner) || owner["servers"] === undefined) continue;
      const at = ["paths", path, ...(key === "" ? [] : [key]), "servers"];
      warn(
        at,
        "The server is ignored, because the client sends every request to the server of its region",
        "Create a client with `baseUrl` for these calls",
      );
    }
  }
}

/**
 * Returns whether any operation needs a token.
 *
 * The operation's `security`, or else the document's, requires a token unless it is empty or has an empty alternative (`{}`).
 */
export function isTokenRequired({ document }: ModelContext): boolean {
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
