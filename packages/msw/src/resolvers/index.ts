import { inviteResolvers } from "./invites.ts";
import { permissionResolvers } from "./permissions.ts";
import type { Resolvers } from "./resolver.ts";
import { userResolvers } from "./users.ts";

/** All resolvers. An operation without a resolver responds with a sample of its schema. */
export const resolvers: Resolvers = { ...userResolvers, ...permissionResolvers, ...inviteResolvers };
