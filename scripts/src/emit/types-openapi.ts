import type { Emitter } from "./emitter.ts";
import { printDocument } from "./openapi/print-document.ts";

/** Types of the whole document, in the shape that openapi-typescript gives them. */
export const typesOpenapi: Emitter = {
  path: "packages/types/src/generated/openapi.ts",
  emit: ({ document }) => printDocument(document),
};
