import { clientOperations, clientServers } from "./client-emitters.ts";
import type { Emitter } from "./emitter.ts";
import { mswContract } from "./msw-contract.ts";
import { reactHooks, reactQuery } from "./react-emitters.ts";
import { reference } from "./reference.ts";
import { typesDocument, typesIndex, typesJsonSchemas, typesOperations, typesSchemas } from "./types/types-emitters.ts";
import { typesOpenapi } from "./types/types-openapi.ts";

/** All emitters, one for each generated file. */
export const EMITTERS: readonly Emitter[] = [
  typesOpenapi,
  typesSchemas,
  typesOperations,
  typesIndex,
  typesDocument,
  typesJsonSchemas,
  clientOperations,
  clientServers,
  reactQuery,
  reactHooks,
  mswContract,
  reference,
];
