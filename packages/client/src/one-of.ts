import { ConfigError } from "./errors/config-error.ts";

/** Checks a choice that types may not have checked. @throws {ConfigError} when there is no such name. */
export function oneOf<Name extends string>(kind: string, name: Name, names: readonly Name[]): Name {
  if (names.includes(name)) return name;
  throw new ConfigError(`There is no ${kind} "${name}"; use ${names.join(" or ")}`);
}
