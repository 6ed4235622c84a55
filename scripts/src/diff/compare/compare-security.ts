import type { Model, Operation } from "../../model/model.ts";
import { openApiOperationOf } from "../../model/openapi-operation.ts";
import { canonicalJson } from "../../schema/canonical-json.ts";
import { isObject, objectOrEmpty, type Json, type JsonObject } from "../../spec/json.ts";
import type { OpenApiDocument } from "../../spec/openapi.ts";
import type { Finding, Pair } from "../api-change.ts";

/** Members of a security scheme that determine how a credential is sent. */
const ESSENTIAL = ["type", "scheme", "in", "name"];

/** Compares the security schemes of two documents by name. */
export function compareSecuritySchemes({ before, after }: Pair<Model>): Finding[] {
  const [old, current] = [schemesOf(before.document), schemesOf(after.document)];
  const names = new Set([...Object.keys(old), ...Object.keys(current)]);
  return [...names].flatMap((subject) => compareScheme({ before: old[subject], after: current[subject] }, subject));
}

function compareScheme({ before, after }: Pair<Json | undefined>, subject: string): Finding[] {
  if (before === undefined) return [{ kind: "scheme-added", subject }];
  if (after === undefined) return [{ kind: "scheme-removed", subject }];
  const findings: Finding[] = [];
  const compare = (kind: Finding["kind"], of: (scheme: Json) => JsonObject): void => {
    const texts = { before: canonicalJson(of(before), false), after: canonicalJson(of(after), false) };
    if (texts.before !== texts.after) findings.push({ kind, subject, ...texts });
  };
  compare("scheme-changed", (scheme) => pick(scheme, (key) => ESSENTIAL.includes(key)));
  compare("scheme-details-changed", (scheme) =>
    pick(scheme, (key) => !ESSENTIAL.includes(key) && key !== "description"),
  );
  const [old, current] = [before, after].map((scheme) => (isObject(scheme) ? scheme["description"] : undefined));
  if (old !== current) findings.push({ kind: "docs-changed", subject });
  return findings;
}

function pick(scheme: Json, isPicked: (key: string) => boolean): JsonObject {
  return isObject(scheme) ? Object.fromEntries(Object.entries(scheme).filter(([key]) => isPicked(key))) : {};
}

function schemesOf({ components }: OpenApiDocument): JsonObject {
  const schemes = ((components ?? {}) as unknown as JsonObject)["securitySchemes"];
  return objectOrEmpty(schemes);
}

/** The scopes of each scheme of one alternative. */
type Alternative = ReadonlyMap<string, readonly string[]>;

/**
 * Compares the security of an operation.
 *
 * The subject is the operation, or `security` if both documents declare it for all operations.
 */
export function compareSecurity(models: Pair<Model>, operations: Pair<Operation>): Finding[] {
  const before = securityOf(models.before, operations.before);
  const after = securityOf(models.after, operations.after);
  const texts = { before: formatSecurity(before.alternatives), after: formatSecurity(after.alternatives) };
  if (texts.before === texts.after) return [];
  const kind = kindOf({ before: before.alternatives, after: after.alternatives });
  return [{ kind, subject: before.isOwn || after.isOwn ? operations.after.id : "security", ...texts }];
}

function securityOf({ document }: Model, operation: Operation): { alternatives: Alternative[]; isOwn: boolean } {
  const own = (openApiOperationOf(document, operation) as { security?: Json }).security;
  const list = own ?? (document as unknown as JsonObject)["security"];
  const alternatives = (Array.isArray(list) ? list : []).map(
    (alternative): Alternative =>
      new Map(
        Object.entries(objectOrEmpty(alternative))
          .map(([name, scopes]) => [name, (Array.isArray(scopes) ? scopes : []).map(String).toSorted()] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
  );
  return { alternatives, isOwn: own !== undefined };
}

function kindOf({ before, after }: Pair<Alternative[]>): Finding["kind"] {
  const [wasRequired, isRequired] = [isTokenRequired(before), isTokenRequired(after)];
  if (wasRequired !== isRequired) return isRequired ? "security-added" : "security-removed";
  const kept = new Set(after.map(formatAlternative));
  if (before.every((alternative) => kept.has(formatAlternative(alternative)))) return "security-alternative-added";
  const haveSameSchemes = before.map(formatSchemes).join() === after.map(formatSchemes).join();
  if (!haveSameSchemes) return "security-changed";
  return after.every((alternative, index) => hasScopes(alternative, before[index]))
    ? "security-scope-removed"
    : "security-scope-added";
}

function isTokenRequired(alternatives: readonly Alternative[]): boolean {
  return alternatives.length > 0 && alternatives.every(({ size }) => size > 0);
}

/** Returns whether an alternative needs no other scopes than another one. */
function hasScopes(alternative: Alternative, other: Alternative | undefined): boolean {
  return [...alternative].every(([name, scopes]) => scopes.every((scope) => other?.get(name)?.includes(scope)));
}

function formatSchemes(alternative: Alternative): string {
  return [...alternative.keys()].join(" and ");
}

function formatAlternative(alternative: Alternative): string {
  const schemes = Array.from(alternative, ([name, scopes]) =>
    scopes.length > 0 ? `${name} (${scopes.join(", ")})` : name,
  );
  return schemes.join(" and ") || "none";
}

function formatSecurity(alternatives: readonly Alternative[]): string {
  return alternatives.map(formatAlternative).toSorted().join(" or ") || "none";
}
