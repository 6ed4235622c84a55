import { formatCount } from "../../format.ts";

/** Thrown for a file that cannot be read. The message is for the user. */
export class FileProblem extends Error {}

/** The texts about files that cannot be read. */
export const texts = {
  empty: "The file is empty.",
  excel: "This is an Excel workbook. Choose the JSON or CSV file that you downloaded here.",
  notText: "This is not a text file. Choose a snapshot or a review that you downloaded here.",
  unreadable: "The file could not be read. Choose it again.",
  otherFile: "This file is not a snapshot or a review. Choose a file that you downloaded on this page.",
  otherVersion: (format: string) => `This file has the format ${format}. Update the console to open it.`,
  brokenJson: (line: number, column: number) =>
    `Invalid JSON at line ${formatCount(line)}, column ${formatCount(column)}. The file may be incomplete. Download it again.`,
  brokenCsv: (row: number) => `The CSV has an unclosed quote in row ${formatCount(row)}.`,
  unexpected: (path: string, expected: string) => `The file is damaged: ${path} is not ${expected}.`,
  invalidDate: (text: string) => `The file is damaged: “${text}” is not a date in UTC.`,
  wrongCount: (name: string, stated: number, found: number) =>
    `The file was changed after its export: it states ${formatCount(stated)} ${name}, but contains ${formatCount(found)}.`,
  counted: { users: "users", access: "role assignments", groups: "group memberships", invites: "invites" },
};
