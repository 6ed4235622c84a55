import type { JsonObject } from "../../spec/json.ts";
import type { ChangeKind } from "../rules.ts";

/**
 * Checks of oasdiff whose ids have the same ending, such as `max-decreased`.
 *
 * `requests` and `responses` list positions, separated by spaces. Each position is one check: `body` in `requests` is
 * `request-body-max-decreased`. `before` and `after` are schemas that differ by the change.
 */
export type SchemaCheck = [
  ending: string,
  requests: string,
  responses: string,
  kind: ChangeKind,
  before: JsonObject,
  after: JsonObject,
];
