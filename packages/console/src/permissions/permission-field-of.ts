const FIELD = /^permissions(?:\.\d+(?:\.(?:roleId|resources(?:\.\d+\.(?:id|type))?))?)?$/;

/** The field of the permission editor that shows what the API says of `path`; its names are the API's own. */
export function permissionFieldOf(path: string): string | undefined {
  return FIELD.test(path) ? path : undefined;
}
