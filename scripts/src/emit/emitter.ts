import type { Model } from "../model/model.ts";

/** Emits one generated file. */
export interface Emitter {
  /** The path of the file, relative to the repository root. */
  path: string;
  /** Returns the text of the file, unformatted and without the header line. A JSON file has no header line. */
  emit(model: Model): string | Promise<string>;
}
