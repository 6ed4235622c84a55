import { rule, type PackageName } from "./rule.ts";

const CLIENT: readonly PackageName[] = ["client"];

const OTHER_SERVER = "requests go to another server";
const OTHER_TOKEN = "requests may need another token";

/** The rules for servers and security. */
export const SERVER_RULES = [
  rule("region-added", "server", "minor", CLIENT, "region added"),
  rule("region-removed", "server", "major", CLIENT, "region removed"),
  rule("region-renamed", "server", "major", CLIENT, "region renamed"),
  rule("default-region-changed", "server", "major", CLIENT, "default region changed", OTHER_SERVER),
  rule("server-url-changed", "server", "major", CLIENT, "server URL changed", OTHER_SERVER),
  rule("server-variables-changed", "server", "patch", CLIENT, "server variables changed", "the URL is the same"),
  rule("docs-changed", "server", "patch", CLIENT, "documentation changed"),
  rule("token-required", "server", "major", CLIENT, "token became required"),
  rule("token-optional", "server", "minor", CLIENT, "token became optional"),
  rule("security-added", "server", "major", CLIENT, "security added", "calls without a token fail"),
  rule("security-removed", "server", "minor", CLIENT, "security removed"),
  rule("security-changed", "server", "major", CLIENT, "security changed", OTHER_TOKEN),
  rule("security-alternative-added", "server", "minor", CLIENT, "security alternative added"),
  rule("security-scope-added", "server", "major", CLIENT, "security scope added", OTHER_TOKEN),
  rule("security-scope-removed", "server", "minor", CLIENT, "security scope removed"),
  rule("scheme-added", "server", "minor", CLIENT, "security scheme added"),
  rule("scheme-removed", "server", "major", CLIENT, "security scheme removed", OTHER_TOKEN),
  rule("scheme-changed", "server", "major", CLIENT, "security scheme changed", "credentials are sent in another way"),
  rule("scheme-details-changed", "server", "minor", CLIENT, "details of the security scheme changed"),
];
