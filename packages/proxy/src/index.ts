export type { AuditEvent } from "./audit-event.ts";
export { createIamProxy } from "./create-iam-proxy.ts";
export type { AllowedCall, Authorization, Authorize, IamProxyOptions, TokenFunction } from "./iam-proxy-options.ts";
export type { ProxyInput } from "./proxied-call.ts";
