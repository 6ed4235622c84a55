export { createIamProxy } from "./create-iam-proxy.ts";
export type { Authorize, IamProxyOptions, ProxyInput } from "./iam-proxy-options.ts";
