import { readTextFile } from "../files/decode-text.ts";
import { readReviewJson } from "./comparison/review-json.ts";
import { REVIEW_FORMAT, type Review } from "./comparison/review.ts";
import { FileProblem, texts } from "./snapshot/file-problem.ts";
import { JsonReader } from "./snapshot/json-reader.ts";
import { locateJsonError } from "./snapshot/locate-json-error.ts";
import { isSnapshotCsv, readSnapshotCsv } from "./snapshot/snapshot-csv.ts";
import { readSnapshotJson } from "./snapshot/snapshot-json.ts";
import { SNAPSHOT_FORMAT, type Snapshot } from "./snapshot/snapshot.ts";

/** The content of a file. */
export type AccessFile =
  | { readonly kind: "snapshot"; readonly snapshot: Snapshot }
  | { readonly kind: "review"; readonly review: Review };

/** Reads a snapshot (JSON or CSV) or a review (JSON). Returns a message for the user if the file is neither. */
export async function readAccessFile(file: Blob): Promise<AccessFile | string> {
  const decoded = await readTextFile(file);
  if (decoded.kind === "unreadable") return texts.unreadable;
  if (decoded.kind === "excel") return texts.excel;
  if (decoded.kind !== "text") return texts.notText;
  try {
    return parseAccessFile(decoded.text);
  } catch (error) {
    if (error instanceof FileProblem) return error.message;
    throw error;
  }
}

/** Parses a file. @throws {FileProblem} if the text is neither a snapshot nor a review */
export function parseAccessFile(text: string): AccessFile {
  if (text.trim() === "") throw new FileProblem(texts.empty);
  if (isSnapshotCsv(text)) {
    return { kind: "snapshot", snapshot: readSnapshotCsv(text, (format) => verifyFormat(format, SNAPSHOT_FORMAT)) };
  }
  if (!/^\s*[[{]/.test(text)) throw new FileProblem(texts.otherFile);
  const json = new JsonReader(parseJson(text));
  const format = json.get("format").optional((value) => value.string()) ?? "";
  if (nameOf(format) === nameOf(REVIEW_FORMAT)) {
    verifyFormat(format, REVIEW_FORMAT);
    return { kind: "review", review: readReviewJson(json) };
  }
  verifyFormat(format, SNAPSHOT_FORMAT);
  return { kind: "snapshot", snapshot: readSnapshotJson(json) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = locateJsonError(text);
    throw new FileProblem(texts.brokenJson(line, column));
  }
}

/** @throws {FileProblem} if a file has another format, or a newer version of it */
function verifyFormat(format: string, expected: string): void {
  if (format === expected) return;
  const isVersion = nameOf(format) === nameOf(expected) && /@\d+$/.test(format);
  throw new FileProblem(isVersion ? texts.otherVersion(format) : texts.otherFile);
}

function nameOf(format: string): string {
  return format.replace(/@.*$/, "");
}
