import { objectOf, type ApiDocument } from "../../test-utils/documents/api-document.ts";
import type { ChangeScope } from "../rules/rule.ts";
import type { ChangeKind } from "../rules.ts";
import { placeParameter, placeSchema } from "../test-utils/place-schema.ts";
import { ANIMALS } from "../test-utils/schema-cases.ts";
import { CONSTRAINT_CHECKS } from "./constraint-checks.ts";
import { MESSAGE_CHECKS } from "./message-checks.ts";
import { OPERATION_CHECKS } from "./operation-checks.ts";
import { PROPERTY_CHECKS } from "./property-checks.ts";
import type { SchemaCheck } from "./schema-check.ts";
import { TYPE_CHECKS } from "./type-checks.ts";
import { UNCOVERED_CHECKS } from "./uncovered-checks.ts";

/** A check of oasdiff (github.com/oasdiff/oasdiff), the rule that covers it, and two documents that differ by its change. */
export interface CoveredCheck {
  id: string;
  kind: ChangeKind;
  scope: ChangeScope;
  before: ApiDocument;
  after: ApiDocument;
}

/** The checks with a rule. */
export const COVERED: CoveredCheck[] = [
  ...[...CONSTRAINT_CHECKS, ...TYPE_CHECKS].flatMap(schemaChecks),
  ...PROPERTY_CHECKS.flatMap(([ids, kind, scope, place, before, after]) =>
    ids.split(" ").map((id): CoveredCheck => {
      const [old, current] = [placeSchema(place, objectOf(before)), placeSchema(place, objectOf(after))];
      return { id, kind, scope, before: old, after: current };
    }),
  ),
  ...[...OPERATION_CHECKS, ...MESSAGE_CHECKS].flatMap(([ids, kind, scope, before, after]) =>
    ids.split(" ").map((id): CoveredCheck => ({ id, kind, scope, before, after })),
  ),
];

/** The checks without a rule, with the reason. */
export const UNCOVERED: { id: string; reason: string }[] = Object.entries(UNCOVERED_CHECKS).flatMap(([reason, ids]) =>
  ids.split(" ").map((id) => ({ id, reason })),
);

/** Returns one check for each position in requests and responses. */
function schemaChecks([ending, requests, responses, kind, before, after]: SchemaCheck): CoveredCheck[] {
  const check = (direction: "request" | "response", position: string): CoveredCheck => {
    const scope = direction === "request" ? "input" : "output";
    const place = (schema: SchemaCheck[4]): ApiDocument => {
      const schemas = ANIMALS;
      if (position === "parameter") return { ...placeParameter(schema), schemas };
      if (position === "parameter-property") return { ...placeParameter(objectOf({ a: schema })), schemas };
      return { ...placeSchema(scope, position === "body" ? schema : objectOf({ a: schema })), schemas };
    };
    return { id: `${direction}-${position}-${ending}`, kind, scope, before: place(before), after: place(after) };
  };
  return [
    ...requests
      .split(" ")
      .filter(Boolean)
      .map((position) => check("request", position)),
    ...responses
      .split(" ")
      .filter(Boolean)
      .map((position) => check("response", position)),
  ];
}
