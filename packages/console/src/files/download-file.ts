import Papa from "papaparse";

/** Excel reads a CSV file as UTF-8 only if it starts with this mark. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Downloads a CSV file.
 *
 * @param content the text of the file, or its rows. Cells of rows that a spreadsheet would run as a formula are escaped.
 */
export function downloadCsv(fileName: string, content: string | readonly object[]): void {
  const text = typeof content === "string" ? content : Papa.unparse([...content], { escapeFormulae: true });
  downloadFile(fileName, BYTE_ORDER_MARK + text, "text/csv");
}

/** Downloads a value as a JSON file. */
export function downloadJson(fileName: string, value: object): void {
  downloadFile(fileName, JSON.stringify(value, null, 2), "application/json");
}

function downloadFile(fileName: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
