/** Options that mean nothing where a component suspends until there is data. */
export type UnsuspendedOption = "enabled" | "throwOnError" | "placeholderData";
