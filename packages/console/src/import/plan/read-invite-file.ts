import { parseCsv, type CsvFile } from "../../csv.ts";
import { decodeText, type TextEncoding } from "./decode-text.ts";
import { hasOneAddress } from "./guess-columns.ts";
import { texts } from "../texts.ts";

/** A file of invites. */
export interface InviteFile extends CsvFile {
  readonly name: string;
  readonly encoding: TextEncoding;
}

const MEGABYTE = 1_000_000;
const MAX_MEGABYTES = 10;

/** Reads a CSV file. Returns a message for the user if the file cannot be imported. */
export async function readInviteFile(file: File): Promise<InviteFile | string> {
  if (file.size > MAX_MEGABYTES * MEGABYTE) return texts.refused.tooLarge(MAX_MEGABYTES);
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // The file was moved or changed after it was chosen.
    return texts.refused.unreadable;
  }
  const decoded = decodeText(new Uint8Array(bytes));
  if (decoded.kind !== "text") return texts.refused[decoded.kind];
  const csv = parseCsv(decoded.text, (cells) => cells.some(hasOneAddress));
  if (csv.rows.length + csv.brokenLines.length === 0) return texts.refused.empty;
  return { name: file.name, encoding: decoded.encoding, ...csv };
}
