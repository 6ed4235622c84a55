export type { Authorize } from "./authorize.ts";
export { createIamProxy } from "./create-iam-proxy.ts";
export type { IamProxyOptions } from "./iam-proxy-options.ts";
export type { ProxyInput } from "./request/read-input.ts";
