import { ConfigError } from "./errors/config-error.ts";

/** The regions of the API and their servers, as in the spec's `servers`. */
export const regions = {
  us: "https://api.segmentapis.com",
  eu: "https://eu1.api.segmentapis.com",
} as const;

/** Where a workspace lives. */
export type Region = keyof typeof regions;

/** The address calls go to. @throws {ConfigError} for a region that does not exist. */
export function resolveBaseUrl(baseUrl: string | undefined, region: Region = "us"): string {
  if (baseUrl !== undefined) return baseUrl.replace(/\/+$/, "");
  if (Object.hasOwn(regions, region)) return regions[region];
  throw new ConfigError(`There is no region "${region}"; use ${Object.keys(regions).join(" or ")}, or give a baseUrl`);
}
