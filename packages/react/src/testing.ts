export { createMockIam, type MockIam, type MockIamOptions } from "./mock/create-mock-iam.tsx";
