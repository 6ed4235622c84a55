import { join } from "node:path";

/** The root of the repository. */
export const REPOSITORY: string = join(import.meta.dirname, "../..");
