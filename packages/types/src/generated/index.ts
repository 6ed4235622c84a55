// @generated from spec/iam-users.yaml by `pnpm generate`. Do not edit.

export type { components, operations, paths } from "./openapi.ts";
export type * from "./operations.ts";
export type * from "./schemas.ts";
