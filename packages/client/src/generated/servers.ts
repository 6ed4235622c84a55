// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

/** The base URL of each region, without a slash at its end. */
export const regions = {
  /** United States. Serves workspaces in the US region. */
  us: "https://api.segmentapis.com",
  /** European Union. Serves workspaces in the EU region. */
  eu: "https://eu1.api.segmentapis.com",
} as const;

/** The region of a client that names none. */
export const defaultRegion = "us";

/** Whether there are operations that need a token. */
export const requiresToken: boolean = true;
