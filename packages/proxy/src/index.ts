export type { Authorize } from "./authorize.ts";
export { createIamProxy, type IamProxyOptions } from "./create-iam-proxy.ts";
export type { ProxyInput } from "./request/read-input.ts";
