import type { JsonObject } from "../../spec/json.ts";
import type { ChangeKind } from "../rules/rules.ts";

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

const NUMBER = { type: "number" };
const TEXT = { type: "string" };
const LIST = { type: "array" };
const OBJECT = { type: "object" };
const REQUESTS = "body parameter property";

/** The checks of constraints on values. */
export const CONSTRAINT_CHECKS: SchemaCheck[] = [
  ...bounds("max", "maximum", NUMBER, "constraint-tightened", "constraint-loosened"),
  ...bounds("exclusive-max", "exclusiveMaximum", NUMBER, "constraint-tightened", "constraint-loosened"),
  ...bounds("max-length", "maxLength", TEXT, "constraint-tightened", "constraint-loosened"),
  ...bounds("min", "minimum", NUMBER, "constraint-loosened", "constraint-tightened"),
  ...bounds("exclusive-min", "exclusiveMinimum", NUMBER, "constraint-loosened", "constraint-tightened"),
  ...bounds("min-length", "minLength", TEXT, "constraint-loosened", "constraint-tightened"),
  ["max-length-unset", "", "body property", "constraint-loosened", { ...TEXT, maxLength: 8 }, TEXT],
  ["max-items-decreased", "parameter", "", "constraint-tightened", { ...LIST, maxItems: 9 }, { ...LIST, maxItems: 8 }],
  ["max-items-increased", "parameter", "", "constraint-loosened", { ...LIST, maxItems: 8 }, { ...LIST, maxItems: 9 }],
  [
    "min-items-decreased",
    "parameter",
    "body property",
    "constraint-loosened",
    { ...LIST, minItems: 9 },
    { ...LIST, minItems: 8 },
  ],
  ["min-items-increased", REQUESTS, "", "constraint-tightened", { ...LIST, minItems: 8 }, { ...LIST, minItems: 9 }],
  ["min-items-set", REQUESTS, "", "constraint-tightened", LIST, { ...LIST, minItems: 8 }],
  ["min-items-unset", "", "body property", "constraint-loosened", { ...LIST, minItems: 8 }, LIST],
  ["pattern-added", "parameter property", "property", "constraint-tightened", TEXT, { ...TEXT, pattern: "a" }],
  [
    "pattern-changed",
    "parameter property",
    "property",
    "constraint-changed",
    { ...TEXT, pattern: "a" },
    { ...TEXT, pattern: "b" },
  ],
  [
    "pattern-generalized",
    "parameter property",
    "",
    "constraint-changed",
    { ...TEXT, pattern: "a" },
    { ...TEXT, pattern: ".*" },
  ],
  ["pattern-removed", "parameter property", "property", "constraint-loosened", { ...TEXT, pattern: "a" }, TEXT],
  ...everywhere(
    "max-contains",
    { ...LIST, contains: TEXT, maxContains: 9 },
    { ...LIST, contains: TEXT, maxContains: 8 },
  ),
  ...everywhere(
    "min-contains",
    { ...LIST, contains: TEXT, minContains: 8 },
    { ...LIST, contains: TEXT, minContains: 9 },
  ),
  ...toggled("all-of", OBJECT, { ...OBJECT, allOf: [{ minProperties: 1 }] }),
  ...toggled("contains", LIST, { ...LIST, contains: TEXT }),
  ...toggled("content-schema", TEXT, { ...TEXT, contentSchema: OBJECT }),
  ...toggled("dependent-required", OBJECT, { ...OBJECT, dependentRequired: { a: ["b"] } }),
  ...toggled("dependent-schema", OBJECT, { ...OBJECT, dependentSchemas: { a: OBJECT } }),
  ...["if", "then", "else"].flatMap((keyword) => toggled(keyword, TEXT, { ...TEXT, [keyword]: { minLength: 2 } })),
  ...toggled("property-names", OBJECT, { ...OBJECT, propertyNames: { minLength: 2 } }),
  ...toggled("unevaluated-items", LIST, { ...LIST, unevaluatedItems: false }),
  ...toggled("unevaluated-properties", OBJECT, { ...OBJECT, unevaluatedProperties: false }),
  ...changed(
    "dependent-required",
    { ...OBJECT, dependentRequired: { a: ["b"] } },
    { ...OBJECT, dependentRequired: { a: ["c"] } },
  ),
  ...changed("content-encoding", { ...TEXT, contentEncoding: "base64" }, { ...TEXT, contentEncoding: "base32" }),
  ...changed("content-media-type", { ...TEXT, contentMediaType: "a/b" }, { ...TEXT, contentMediaType: "a/c" }),
];

type Kind = SchemaCheck[3];
type Schema = SchemaCheck[4];

/** The checks of a bound: set, decreased and increased. For responses, oasdiff checks only whether a bound is loosened. */
function bounds(name: string, keyword: string, type: Schema, decreased: Kind, increased: Kind): SchemaCheck[] {
  const [low, high] = [
    { ...type, [keyword]: 8 },
    { ...type, [keyword]: 9 },
  ];
  const set: SchemaCheck = [`${name}-set`, REQUESTS, "", "constraint-tightened", type, low];
  const inResponses = (kind: Kind): string => (kind === "constraint-loosened" ? "body property" : "");
  return [
    // oasdiff has no check `min-length-set`.
    ...(name === "min-length" ? [] : [set]),
    [`${name}-decreased`, REQUESTS, inResponses(decreased), decreased, high, low],
    [`${name}-increased`, REQUESTS, inResponses(increased), increased, low, high],
  ];
}

/** The checks of a bound that are the same in requests and responses. */
function everywhere(name: string, loose: Schema, tight: Schema): SchemaCheck[] {
  const [down, up] = name.startsWith("max") ? ["decreased", "increased"] : ["increased", "decreased"];
  return [
    [`${name}-${down}`, "body property", "body property", "constraint-tightened", loose, tight],
    [`${name}-${up}`, "body property", "body property", "constraint-loosened", tight, loose],
  ];
}

/** The checks of a keyword that is added or removed. */
function toggled(name: string, without: Schema, present: Schema): SchemaCheck[] {
  return [
    [`${name}-added`, "body property", "body property", "constraint-tightened", without, present],
    [`${name}-removed`, "body property", "body property", "constraint-loosened", present, without],
  ];
}

function changed(name: string, before: Schema, after: Schema): SchemaCheck[] {
  return [[`${name}-changed`, "body property", "body property", "constraint-changed", before, after]];
}
