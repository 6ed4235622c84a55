import type { OpenApiDocument, OpenApiSchema } from "../spec/openapi.ts";
import { PAGINATION_MEMBER } from "./conventions.ts";
import { membersOf } from "../schema/members.ts";
import { resolveSchema } from "../schema/resolve-schema.ts";
import type { ChangedItems, Operation } from "./model.ts";
import { areRelated, segmentsOf } from "./path-template.ts";

/**
 * Returns the parameter of a read right below a write's path, and the input of the write that names it.
 *
 * The `userIds` of `DELETE /users` name the `userId` of `GET /users/{userId}`.
 */
export function findNamedParameter(
  document: OpenApiDocument,
  write: Operation,
  read: Operation,
): [name: string, otherName: string][] {
  const parameter = parameterBelow(write.template, read.template);
  // A PUT replaces the collection, so that items that it does not name are removed.
  if (parameter === undefined || write.method === "PUT") return [];
  const input = namingInputs(document, write).find(({ names }) => names.includes(parameter));
  return input ? [[parameter, input.name]] : [];
}

/**
 * Returns the items of a paged read that a write names. `undefined` if it names none, so that any item may change.
 *
 * `PUT /users/{userId}/permissions` names an item of `GET /users` by a path parameter, `DELETE /users` by its `userIds`.
 */
export function findChangedItems(
  document: OpenApiDocument,
  write: Operation,
  { template, paging, success, inputs: readInputs }: Operation,
): ChangedItems | undefined {
  // A write can move an item into a filtered list or out of it.
  const isFiltered = readInputs.some((input) => input.in !== "path" && input.name !== PAGINATION_MEMBER);
  if (!paging || !success.data || isFiltered) return undefined;
  const { itemsField } = paging;
  const list = membersOf(document, success.data.schema, "read").get(itemsField)?.schema ?? true;
  const item = resolveSchema(document, list).items ?? true;
  const fields = [...membersOf(document, item, "read").keys()];
  const parameter = parameterBelow(template, write.template);
  if (parameter !== undefined) {
    const idField = fields.find((field) => field === parameter) ?? fields.find((field) => isId(field, parameter));
    return idField === undefined ? undefined : { itemsField, idField, input: parameter };
  }
  // On the same path, POST usually creates items, and PUT replaces all of them.
  if (!isSamePath(write.template, template) || !["PATCH", "DELETE"].includes(write.method)) return undefined;
  const inputs = namingInputs(document, write);
  const [input] = inputs;
  if (isScalar(document, item)) {
    return input && inputs.length === 1 ? { itemsField, idField: undefined, input: input.name } : undefined;
  }
  const collection = segmentsOf(template).at(-1) ?? "";
  for (const { name, names } of inputs) {
    const idField = fields.find((field) =>
      names.some((one) => one === field || (isId(field, one) && isIdOf(collection, one))),
    );
    if (idField !== undefined) return { itemsField, idField, input: name };
  }
  return undefined;
}

/** An input that can name items, with the names of one item: `userId` for the list `userIds`. */
interface NamingInput {
  name: string;
  names: readonly string[];
}

/** Returns the required inputs outside the path that have a text or a number, or a list of these. */
function namingInputs(document: OpenApiDocument, { inputs }: Operation): NamingInput[] {
  return inputs
    .filter(({ required, in: location }) => required && location !== "path")
    .flatMap(({ name, schema }) => {
      const { type, items } = resolveSchema(document, schema);
      if (type === "array") return isScalar(document, items ?? true) ? [{ name, names: singularsOf(name) }] : [];
      return isScalar(document, schema) ? [{ name, names: [name] }] : [];
    });
}

function isScalar(document: OpenApiDocument, schema: OpenApiSchema): boolean {
  return ["string", "integer", "number"].includes(String(resolveSchema(document, schema).type));
}

/** Returns the possible singular forms of an English plural. */
function singularsOf(name: string): string[] {
  return [name.replace(/s$/, ""), name.replace(/es$/, ""), name.replace(/ies$/, "y")];
}

/** Returns whether a field is the `id` that a parameter such as `userId` has the value of. */
function isId(field: string, parameter: string): boolean {
  return field === "id" && /id$/i.test(parameter);
}

/** Returns whether a name such as `id` or `userGroupId` is the ID of a collection's items, such as `user-groups`. */
function isIdOf(collection: string, name: string): boolean {
  const owner = plain(name).replace(/id$/, "");
  return owner === "" || singularsOf(plain(collection)).includes(owner);
}

function plain(name: string): string {
  return name.replace(/[^a-z0-9]/gi, "").toLowerCase();
}

/** Returns the parameter that is the first segment of `other` after `path`. `undefined` if `other` is not below `path`. */
function parameterBelow(path: string, other: string): string | undefined {
  const [segments, others] = [segmentsOf(path), segmentsOf(other)];
  if (segments.length >= others.length || !areRelated(segments, others)) return undefined;
  return /^\{([^{}]+)\}$/.exec(others[segments.length] ?? "")?.[1];
}

function isSamePath(path: string, other: string): boolean {
  const [segments, others] = [segmentsOf(path), segmentsOf(other)];
  return segments.length === others.length && areRelated(segments, others);
}
