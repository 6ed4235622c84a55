export type { AuditEvent } from "./audit-event.ts";
export { createIamProxy } from "./create-iam-proxy.ts";
export type {
  AllowedCall,
  Authorization,
  Authorize,
  IamProxyOptions,
  ProxyInput,
  TokenFunction,
} from "./iam-proxy-options.ts";
