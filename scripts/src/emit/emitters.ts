import { clientOperations } from "./client-operations.ts";
import { clientServers } from "./client-servers.ts";
import type { Emitter } from "./emitter.ts";
import { mswContract } from "./msw-contract.ts";
import { reactHooks } from "./react-hooks.ts";
import { reactQuery } from "./react-query.ts";
import { reference } from "./reference.ts";
import { typesIndex } from "./types-index.ts";
import { typesOpenapi } from "./types-openapi.ts";
import { typesOperations } from "./types-operations.ts";
import { typesSchemas } from "./types-schemas.ts";

/** Everything that is generated. */
export const EMITTERS: readonly Emitter[] = [
  typesOpenapi,
  typesSchemas,
  typesOperations,
  typesIndex,
  clientOperations,
  clientServers,
  reactQuery,
  reactHooks,
  mswContract,
  reference,
];
