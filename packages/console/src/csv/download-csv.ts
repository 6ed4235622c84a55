import Papa from "papaparse";

/** Gives the browser a CSV file to save. Cells that a spreadsheet would run as a formula are defused. */
export function downloadCsv(name: string, rows: readonly object[]): void {
  const text = Papa.unparse([...rows], { escapeFormulae: true });
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
