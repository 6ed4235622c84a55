import { comment } from "../text/comment.ts";
import { propertyKey } from "../text/literal.ts";
import { quote } from "../text/quote.ts";
import type { Emitter } from "./emitter.ts";

/** The base URLs of the API, and whether it needs a token. */
export const clientServers: Emitter = {
  path: "packages/client/src/generated/servers.ts",
  emit: ({ servers, requiresToken }) => `
/** The base URL of each region, without a slash at its end. */
export const regions = {
${servers.map(({ region, url, description }) => `${comment([description])}${propertyKey(region)}: ${quote(url)},`).join("\n")}
} as const;

/** The region of a client that names none. */
export const defaultRegion = ${quote(servers[0]?.region ?? "")};

/** Whether there are operations that need a token. */
export const requiresToken: boolean = ${requiresToken};
`,
};
