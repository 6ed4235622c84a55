import type { Input, Operation } from "../../model/model.ts";
import type { Finding, Pair } from "../api-change.ts";
import { compareMembers, type Child } from "./compare-properties.ts";
import type { ShapeMember } from "../../schema/normalize-schema.ts";

/** Compares what an operation takes. What is inside of the inputs is returned as children. */
export function compareInputs({ before, after }: Pair<Operation>): { findings: Finding[]; children: Child[] } {
  const placesBefore = new Map(before.inputs.map((input) => [input.name, input.in]));
  const moved = after.inputs.filter(({ name, in: place }) => (placesBefore.get(name) ?? place) !== place);
  const bodies = before.body && after.body ? { before: before.body, after: after.body } : undefined;
  // A body that is spread over inputs is compared as the object that it is, so that its type is spoken of by name.
  const isSpread = bodies?.before.form === "members" && bodies.after.form === "members" && moved.length === 0;
  const compared = (operation: Operation): Input[] =>
    isSpread ? operation.inputs.filter((input) => input.in !== "body") : operation.inputs;
  const lists = { before: membersOf(compared(before)), after: membersOf(compared(after)) };
  const { findings, children } = compareMembers(lists, after.id);
  const moves = moved.map(({ name, in: place }): Finding => {
    const subject = `${after.id}.${name}`;
    return { kind: "member-moved", subject, before: placesBefore.get(name) ?? "", after: place };
  });
  const body = isSpread ? [{ before: bodies.before.schema, after: bodies.after.schema, subject: after.id }] : [];
  const prose = compareProse({ before: compared(before), after: compared(after) }, after.id);
  return { findings: [...findings, ...moves, ...prose], children: [...children, ...body] };
}

/** Compares what is said about parameters themselves; what their schemas say is compared with the schemas. */
function compareProse({ before, after }: Pair<readonly Input[]>, operationId: string): Finding[] {
  const others = new Map(before.map((input) => [input.name, input]));
  return after.flatMap((input): Finding[] => {
    const old = others.get(input.name);
    const subject = `${operationId}.${input.name}`;
    if (!old) return [];
    if (!old.doc.deprecated && input.doc.deprecated) return [{ kind: "member-deprecated", subject }];
    const isSame = old.doc.description === input.doc.description && old.doc.deprecated === input.doc.deprecated;
    return isSame ? [] : [{ kind: "prose-changed", subject }];
  });
}

function membersOf(inputs: readonly Input[]): Map<string, ShapeMember> {
  return new Map(inputs.map(({ name, schema, required }) => [name, { schema, required }]));
}
