export type { components, operations, paths } from "./openapi.ts";
export type * from "./schemas.ts";
export type * from "./operations.ts";
