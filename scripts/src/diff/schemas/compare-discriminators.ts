import type { NormalizedSchema } from "../../schema/normalize-schema.ts";
import type { Finding, Pair } from "../api-change.ts";

/** Compares the discriminators of two schemas: the property, and the schema that each value selects. */
export function compareDiscriminators({ before, after }: Pair<NormalizedSchema>, subject: string): Finding[] {
  const [old, current] = [before.discriminator, after.discriminator];
  if (!old || !current) {
    if (current) return [{ kind: "discriminator-added", subject, after: current.property }];
    return old ? [{ kind: "discriminator-removed", subject, before: old.property }] : [];
  }
  const findings: Finding[] = [];
  if (old.property !== current.property) {
    findings.push({ kind: "discriminator-changed", subject, before: old.property, after: current.property });
  }
  for (const [value, name] of old.mapping) {
    const other = current.mapping.get(value);
    if (other === undefined) {
      findings.push({ kind: "discriminator-value-removed", subject, before: `${value}: ${name}` });
    } else if (other !== name) {
      const texts = { before: `${value}: ${name}`, after: `${value}: ${other}` };
      findings.push({ kind: "discriminator-value-changed", subject, ...texts });
    }
  }
  for (const [value, name] of current.mapping) {
    if (old.mapping.has(value)) continue;
    findings.push({ kind: "discriminator-value-added", subject, after: `${value}: ${name}` });
  }
  return findings;
}
