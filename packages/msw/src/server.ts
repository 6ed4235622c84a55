export { startMockServer, type MockServer, type MockServerOptions } from "./start-mock-server.ts";
export { createMockWorkspace } from "./create-mock-workspace.ts";
export type * from "./workspace.ts";
