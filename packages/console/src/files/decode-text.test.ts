import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const text = "name;email\r\nJürgen “Jay” Müller;j@example.com\r\n";

function utf16(content: string, { isBigEndian = false, mark = "\uFEFF" } = {}): Uint8Array {
  const bytes = Buffer.from(mark + content, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

it.each([
  ["UTF-8", Buffer.from(text), "utf-8"],
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
  ["UTF-16 LE", utf16(text), "utf-16le"],
  ["UTF-16 BE", utf16(text, { isBigEndian: true }), "utf-16be"],
  ["UTF-16 LE without a byte order mark", utf16(text, { mark: "" }), "utf-16le"],
  ["UTF-16 BE without a byte order mark", utf16(text, { isBigEndian: true, mark: "" }), "utf-16be"],
])("decodes %s", (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ kind: "text", text, encoding });
});

it.each([
  ["Latin-1", [0x4a, 0xfc, 0x72], "Jür"],
  ["Windows-1252", [0x93, 0x4a, 0xfc, 0x94, 0x80], "“Jü”€"],
])("decodes %s as Windows-1252", (_, bytes, decoded) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ kind: "text", text: decoded, encoding: "windows-1252" });
});

it.each([
  ["a workbook", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], "excel"],
  ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], "excel"],
  ["an image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], "binary"],
  ["Shift JIS", [0x96, 0xbc, 0x91, 0x4f, 0x81, 0x41], "encoding"],
])("refuses %s", (_, bytes, kind) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ kind });
});

it("decodes any text in UTF-8, and in UTF-16 with a byte order mark", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }).filter((content) => !/^\uFEFF|\0/.test(content)),
      (content) => {
        const bytes = Buffer.from(content);
        expect(decodeText(bytes)).toMatchObject({ text: bytes.toString() });
        expect(decodeText(utf16(bytes.toString()))).toMatchObject({ text: bytes.toString() });
      },
    ),
  );
});
