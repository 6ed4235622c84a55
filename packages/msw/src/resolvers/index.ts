import { inviteResolvers } from "./invites.ts";
import { permissionResolvers } from "./permissions.ts";
import type { Resolvers } from "./resolver.ts";
import { userResolvers } from "./users.ts";

/** All resolvers. The mock responds with sample data to an operation without a resolver. `spec:update` reads them. */
export const resolvers: Resolvers = { ...userResolvers, ...permissionResolvers, ...inviteResolvers };
