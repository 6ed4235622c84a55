import type { Model } from "../model/model.ts";

/** Writes one generated file. */
export interface Emitter {
  /** Where the file goes, from the root of the repository. */
  path: string;
  /** The file's text, before it is formatted and without its first line. */
  emit(model: Model): string | Promise<string>;
}
