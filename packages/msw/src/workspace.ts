export type { MockAssumptions } from "./assumptions.ts";
export type { ContractLimit } from "./contract.ts";
export type { MockApiOptions } from "./create-mock-api.ts";
export { createMockWorkspace, type MockWorkspace, type MockWorkspaceOptions } from "./create-mock-workspace.ts";
export type { Fault } from "./faults.ts";
export type { MockRequest } from "./mock-request.ts";
export type { MockGroup, MockRole, MockState } from "./mock-state.ts";
export type { SeedOptions } from "./seed/seed-state.ts";
