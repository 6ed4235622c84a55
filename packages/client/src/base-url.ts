import { oneOf } from "./one-of.ts";

/** Where workspaces live. */
export const regions = { us: "https://api.segmentapis.com", eu: "https://eu1.api.segmentapis.com" } as const;

/** A region of the API. */
export type Region = keyof typeof regions;

/** The address to send to, without a slash at its end. @throws {ConfigError} for a region that does not exist. */
export function resolveBaseUrl(baseUrl: string | undefined, region: Region = "us"): string {
  return baseUrl?.replace(/\/+$/, "") ?? regions[oneOf("region", region, Object.keys(regions) as Region[])];
}
