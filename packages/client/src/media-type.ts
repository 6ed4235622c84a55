import { ConfigError } from "./errors/config-error.ts";

/** The stability a client asks the API for. */
export type ApiVersion = "v1" | "v1beta" | "v1alpha";

/** The media type of a version, for `Accept` and `Content-Type`. @throws {ConfigError} for a version that does not exist. */
export function mediaType(version: ApiVersion): string {
  if (/^v1(alpha|beta)?$/.test(version)) return `application/vnd.segment.${version}+json`;
  throw new ConfigError(`There is no version "${version}"; use v1, v1beta or v1alpha`);
}
