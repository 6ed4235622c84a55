/** The encodings that {@link decodeText} detects. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Text of a file, or why the file is not text. */
export type DecodedText =
  | { readonly kind: "text"; readonly text: string; readonly encoding: TextEncoding }
  /** `binary`: neither text nor a workbook. `encoding`: text in an unsupported encoding, such as Shift JIS. */
  | { readonly kind: "excel" | "binary" | "encoding" };

/** The first bytes of .xlsx files (ZIP) and .xls files (Compound File Binary). */
const EXCEL_SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Bytes without a character in Windows-1252. */
const UNDEFINED_IN_WINDOWS_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** The number of bytes to detect UTF-16 and binary files from. */
const SAMPLE_BYTES = 1_000;

/**
 * Decodes a text file: UTF-8, UTF-16, or Windows-1252, which contains Latin-1.
 *
 * Text that is not valid UTF-8 is decoded as Windows-1252. That is a guess, so the user must be able to check it.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (EXCEL_SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte))) {
    return { kind: "excel" };
  }
  const encoding = detectEncoding(bytes);
  if (encoding === undefined) return { kind: bytes.includes(0) ? "binary" : "encoding" };
  // The decoder removes the byte order mark.
  return { kind: "text", text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Reads and decodes a text file. Returns `unreadable` if it was moved or changed after the user chose it. */
export async function readTextFile(file: Blob): Promise<DecodedText | { readonly kind: "unreadable" }> {
  const buffer = await file.arrayBuffer().catch(() => undefined);
  return buffer ? decodeText(new Uint8Array(buffer)) : { kind: "unreadable" };
}

function detectEncoding(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const nullBytes = Array.from(sample.keys()).filter((index) => sample[index] === 0);
  if (nullBytes.length > sample.length / 4) {
    if (nullBytes.every((index) => index % 2 === 1)) return "utf-16le";
    if (nullBytes.every((index) => index % 2 === 0)) return "utf-16be";
  }
  if (bytes.includes(0)) return undefined;
  if (isUtf8(bytes)) return "utf-8";
  return bytes.some((byte) => UNDEFINED_IN_WINDOWS_1252.has(byte)) ? undefined : "windows-1252";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
