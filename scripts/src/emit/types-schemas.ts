import { comment } from "../text/comment.ts";
import { quote } from "../text/quote.ts";
import type { Emitter } from "./emitter.ts";

/** A type for each named schema. */
export const typesSchemas: Emitter = {
  path: "packages/types/src/generated/schemas.ts",
  emit: ({ schemas }) => `
import type { components } from "./openapi.ts";

${schemas
  .map(
    ({ name, summary, description, deprecated }) => `
${comment([summary, description], deprecated ? { deprecated: "" } : {})}export type ${name} = components["schemas"][${quote(name)}];
`,
  )
  .join("")}`,
};
