// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

/** The base URL of each region, without a trailing slash. */
export const regions = {
  /** United States. Serves workspaces in the US region. */
  us: "https://api.segmentapis.com",
  /** European Union. Serves workspaces in the EU region. */
  eu: "https://eu1.api.segmentapis.com",
} as const;

/** The region of a client created without `region`. */
export const defaultRegion = "us";

/** Whether any operation requires a token. */
export const requiresToken: boolean = true;
