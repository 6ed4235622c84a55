import type { OpenApiDocument } from "../../spec/openapi.ts";
import { componentsType } from "./components-type.ts";
import { findDiscriminators } from "./discriminators.ts";
import { indent } from "./indent.ts";
import { objectOf } from "./member.ts";
import { operationMembers, pathMembers } from "./paths-type.ts";
import type { Printing } from "./schema-type.ts";

/**
 * Prints the types of a whole document, in the shape of openapi-typescript, which openapi-fetch is made for.
 *
 * Otherwise than there, texts are escaped as in all generated code, a component that is a reference has the type of what it
 * refers to, a member is not required for being called `constructor`, and no discriminator has a place in a list for a value.
 */
export function printDocument(document: OpenApiDocument): string {
  const printing: Printing = { document, discriminators: findDiscriminators(document), usesWithRequired: false };
  const paths = exported("paths", pathMembers(printing));
  const components = `export interface components ${componentsType(printing).code}\n`;
  const operations = exported("operations", operationMembers(printing));
  const parts = [
    paths,
    exported("webhooks", []),
    components,
    exported("$defs", []),
    operations,
    withRequired(printing),
  ];
  return indent(parts.join(""));
}

function exported(name: string, members: readonly string[]): string {
  if (members.length === 0) return `export type ${name} = Record<string, never>;\n`;
  return `export interface ${name} ${objectOf(members).code}\n`;
}

function withRequired({ usesWithRequired }: Printing): string {
  return usesWithRequired ? "type WithRequired<T, K extends keyof T> = T & {\n[P in K]-?: T[P];\n};\n" : "";
}
