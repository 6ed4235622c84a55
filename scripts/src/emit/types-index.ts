import type { Emitter } from "./emitter.ts";

/** All generated types in one place. */
export const typesIndex: Emitter = {
  path: "packages/types/src/generated/index.ts",
  emit: () => `
export type { components, operations, paths } from "./openapi.ts";
export type * from "./operations.ts";
export type * from "./schemas.ts";
`,
};
