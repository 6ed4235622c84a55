export { createMockHandlers, type MockHandlersOptions } from "./create-mock-handlers.ts";
export { createMockWorkspace } from "./create-mock-workspace.ts";
export type * from "./workspace.ts";
