import type { Model, Operation } from "../../model/model.ts";
import type { Finding, Pair } from "../api-change.ts";
import { compareMediaTypes } from "./compare-media-types.ts";
import { requestContentOf } from "./read-operation.ts";

/** Compares the media types of the request bodies of an operation, and whether they are required. */
export function compareRequestBodies(models: Pair<Model>, { before, after }: Pair<Operation>): Finding[] {
  const contents = {
    before: requestContentOf(models.before, before),
    after: requestContentOf(models.after, after),
  };
  const mediaTypes = compareMediaTypes(models, contents, after.id);
  const isComparable = hasOptionalMembers(before) && hasOptionalMembers(after);
  if (!isComparable || before.body?.required === after.body?.required) return mediaTypes;
  return [...mediaTypes, { kind: after.body?.required ? "body-required" : "body-optional", subject: after.id }];
}

/** Returns whether all members of the body are optional. A required member makes the body required. */
function hasOptionalMembers({ body, inputs }: Operation): boolean {
  return body?.form === "members" && inputs.every((input) => input.in !== "body" || !input.required);
}
