export type { RateLimit } from "@segment-iam/client";
export type { Latency, MockApiOptions, MockRequest } from "./create-mock-api.ts";
export { createMockWorkspace, type MockWorkspace, type MockWorkspaceOptions } from "./create-mock-workspace.ts";
export type { MockState, SeedOptions } from "./mock-state.ts";
export type { MockAssumptions } from "./resolvers/resolver.ts";
export type { MockFault } from "./response/faults.ts";
export type { MockRole } from "./seed/create-grants.ts";
export type { MockGroup } from "./seed/generate-groups.ts";
