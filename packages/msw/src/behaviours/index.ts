import type { Behaviours } from "./behaviour.ts";
import { inviteBehaviours } from "./invites.ts";
import { permissionBehaviours } from "./permissions.ts";
import { userBehaviours } from "./users.ts";

/** Everything that is written by hand. An operation that is not here is answered with a sample. */
export const behaviours: Behaviours = { ...userBehaviours, ...permissionBehaviours, ...inviteBehaviours };
