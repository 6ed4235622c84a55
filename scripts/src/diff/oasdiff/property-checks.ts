import type { Members } from "../../test-utils/documents/api-document.ts";
import type { ChangeScope, SchemaScope } from "../rules/rule.ts";
import type { ChangeKind } from "../rules/rules.ts";

/**
 * Checks of oasdiff about members of bodies, the rule that covers them, and two objects that differ by the change.
 *
 * `place` is the part of the API that has the objects as its schema.
 */
export type PropertyCheck = [
  ids: string,
  kind: ChangeKind,
  scope: ChangeScope,
  place: SchemaScope,
  before: Members,
  after: Members,
];

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const [READ, WRITE] = [
  { ...TEXT, readOnly: true },
  { ...TEXT, writeOnly: true },
];
const NONE: Members = {};

/** The checks of members: whether they exist, are required, and are in requests or in responses only. */
export const PROPERTY_CHECKS: PropertyCheck[] = [
  ["new-optional-request-property", "property-added", "input", "input", { b: TEXT }, { a: TEXT, b: TEXT }],
  [
    "new-required-request-property new-required-request-property-with-default",
    "property-added-required",
    "input",
    "input",
    { b: TEXT },
    { "a!": { ...TEXT, default: "x" }, b: TEXT },
  ],
  ["request-property-removed", "property-removed", "input", "input", { a: TEXT, b: TEXT }, { b: TEXT }],
  ["request-property-became-optional", "property-optional", "input", "input", { "a!": TEXT }, { a: TEXT }],
  ["request-property-became-required", "property-required", "input", "input", { a: TEXT }, { "a!": TEXT }],
  [
    "request-property-became-required-with-default",
    "property-required",
    "input",
    "input",
    { a: { ...TEXT, default: "x" } },
    { "a!": { ...TEXT, default: "x" } },
  ],
  ["response-optional-property-added", "property-added", "output", "output", NONE, { a: TEXT }],
  ["response-optional-property-removed", "property-removed", "output", "output", { a: TEXT }, NONE],
  ["response-required-property-added", "property-added-required", "output", "output", NONE, { "a!": TEXT }],
  ["response-required-property-removed", "property-removed", "output", "output", { "a!": TEXT }, NONE],
  ["response-property-became-optional", "property-optional", "output", "output", { "a!": TEXT }, { a: TEXT }],
  ["response-property-became-required", "property-required", "output", "output", { a: TEXT }, { "a!": TEXT }],

  ["request-optional-property-became-read-only", "property-removed", "input", "input", { a: TEXT }, { a: READ }],
  ["request-optional-property-became-not-read-only", "property-added", "input", "input", { a: READ }, { a: TEXT }],
  ["request-optional-property-became-write-only", "property-removed", "output", "input", { a: TEXT }, { a: WRITE }],
  ["request-optional-property-became-not-write-only", "property-added", "output", "input", { a: WRITE }, { a: TEXT }],
  ["request-required-property-became-read-only", "property-removed", "input", "input", { "a!": TEXT }, { "a!": READ }],
  [
    "request-required-property-became-not-read-only",
    "property-added-required",
    "input",
    "input",
    { "a!": READ },
    { "a!": TEXT },
  ],
  [
    "request-required-property-became-write-only",
    "property-removed",
    "output",
    "input",
    { "a!": TEXT },
    { "a!": WRITE },
  ],
  [
    "request-required-property-became-not-write-only",
    "property-added-required",
    "output",
    "input",
    { "a!": WRITE },
    { "a!": TEXT },
  ],
  ["response-optional-property-became-read-only", "property-removed", "input", "output", { a: TEXT }, { a: READ }],
  ["response-optional-property-became-not-read-only", "property-added", "input", "output", { a: READ }, { a: TEXT }],
  ["response-optional-property-became-write-only", "property-removed", "output", "output", { a: TEXT }, { a: WRITE }],
  ["response-optional-property-became-not-write-only", "property-added", "output", "output", { a: WRITE }, { a: TEXT }],
  [
    "response-required-property-became-read-only",
    "property-removed",
    "input",
    "output",
    { "a!": TEXT },
    { "a!": READ },
  ],
  [
    "response-required-property-became-not-read-only",
    "property-added-required",
    "input",
    "output",
    { "a!": READ },
    { "a!": TEXT },
  ],
  [
    "response-required-property-became-write-only",
    "property-removed",
    "output",
    "output",
    { "a!": TEXT },
    { "a!": WRITE },
  ],
  [
    "response-required-property-became-not-write-only",
    "property-added-required",
    "output",
    "output",
    { "a!": WRITE },
    { "a!": TEXT },
  ],

  ["response-optional-write-only-property-added", "property-added", "input", "output", NONE, { a: WRITE }],
  ["response-optional-write-only-property-removed", "property-removed", "input", "output", { a: WRITE }, NONE],
  ["response-required-write-only-property-added", "property-added-required", "input", "output", NONE, { "a!": WRITE }],
  ["response-required-write-only-property-removed", "property-removed", "input", "output", { "a!": WRITE }, NONE],
  [
    "response-write-only-property-became-optional",
    "property-optional",
    "input",
    "output",
    { "a!": WRITE },
    { a: WRITE },
  ],
  [
    "response-write-only-property-became-required",
    "property-required",
    "input",
    "output",
    { a: WRITE },
    { "a!": WRITE },
  ],
  ["response-write-only-property-enum-value-added", "enum-value-added", "input", "output", ...values("writeOnly")],
  [
    "request-read-only-property-enum-value-removed",
    "enum-value-removed",
    "output",
    "input",
    ...swap(values("readOnly")),
  ],
  ...[
    ["exclusive-max-decreased", "exclusiveMaximum", 9, 8],
    ["exclusive-min-increased", "exclusiveMinimum", 8, 9],
    ["max-decreased", "maximum", 9, 8],
    ["max-length-decreased", "maxLength", 9, 8],
    ["min-increased", "minimum", 8, 9],
  ].map(([ending, keyword = "", before = 0, after = 0]): PropertyCheck => {
    const limited = (limit: string | number): Members => ({ a: { ...NUMBER, readOnly: true, [keyword]: limit } });
    const id = `request-read-only-property-${ending}`;
    return [id, "constraint-tightened", "output", "input", limited(before), limited(after)];
  }),
];

function values(marker: string): [before: Members, after: Members] {
  return [{ a: { enum: ["a"], [marker]: true } }, { a: { enum: ["a", "b"], [marker]: true } }];
}

function swap([before, after]: [Members, Members]): [before: Members, after: Members] {
  return [after, before];
}
