import { readTextFile, type TextEncoding } from "../../files/decode-text.ts";
import { parseCsv, type CsvFile } from "../../files/parse-csv.ts";
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
  const decoded = await readTextFile(file);
  if (decoded.kind !== "text") return texts.refused[decoded.kind];
  const csv = parseCsv(decoded.text, (cells) => cells.some(hasOneAddress));
  if (csv.rows.length + csv.brokenLines.length === 0) return texts.refused.empty;
  return { name: file.name, encoding: decoded.encoding, ...csv };
}
