import { oneOf } from "./one-of.ts";

/** The stability a client asks the API for. */
export type ApiVersion = "v1" | "v1beta" | "v1alpha";

/** The media type of a version, for `Accept` and `Content-Type`. @throws {ConfigError} for a version that does not exist. */
export function mediaType(version: ApiVersion = "v1"): string {
  return `application/vnd.segment.${oneOf("version", version, ["v1", "v1beta", "v1alpha"])}+json`;
}
