import { permissionFieldOf } from "../permissions/permission-field-of.ts";

const FIELD = /^invites\.(\d+)(?:\.(.+))?$/;

/**
 * The field of the invite form that shows what the API says of `path`.
 *
 * The form asks once for permissions that each invite gets, so what is said of one invite's permissions shows there; what is
 * said of an address shows at that address, as `emails.<index>`.
 */
export function inviteFieldOf(path: string): string | undefined {
  const [, index, member] = FIELD.exec(path) ?? [];
  if (index === undefined) return undefined;
  return member === undefined || member === "email" ? `emails.${index}` : permissionFieldOf(member);
}
