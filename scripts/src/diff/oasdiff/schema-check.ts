import type { JsonObject } from "../../spec/json.ts";
import type { ChangeKind } from "../rules.ts";

/**
 * A family of oasdiff's checks with the same ending, such as `max-decreased`.
 *
 * The positions complete the ids: `body` in requests stands for `request-body-max-decreased`.
 * The last members are two schemas that differ by the change.
 */
export type SchemaCheck = [
  ending: string,
  requests: string,
  responses: string,
  kind: ChangeKind,
  before: JsonObject,
  after: JsonObject,
];
