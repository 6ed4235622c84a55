export { createMockIam, type MockIam, type MockIamOptions } from "./create-mock-iam.tsx";
