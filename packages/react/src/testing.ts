export { createMockIam, type MockIam, type MockIamOptions } from "./testing/create-mock-iam.tsx";
