import { typesOpenapi } from "../emit/types/types-openapi.ts";
import type { Json } from "../spec/json.ts";
import { apiDocument } from "./documents/api-document.ts";
import { modelOf } from "./model-of.ts";

/** Emits the types of a document with the given components, on one line. */
export async function typesWith(components: Json, operation = {}): Promise<string> {
  const document = { ...(JSON.parse(apiDocument({ operation })) as object), components };
  return (await typesOpenapi.emit(modelOf(JSON.stringify(document)))).replace(/\s+/g, " ");
}
