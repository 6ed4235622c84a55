import { formatCount, formatQuantity } from "../format.ts";
import type { InviteField } from "./plan/guess-columns.ts";

const rowNoun = ["row", "rows"] as const;
const personNoun = ["person", "people"] as const;

/** The texts of the import page. */
export const texts = {
  title: "Import invites",
  description: "Invite everyone listed in a CSV file",
  rows: (count: number) => formatQuantity(count, rowNoun),
  more: (count: number) => `and ${formatCount(count)} more`,

  field: {
    email: "Email",
    role: "Role",
    resourceType: "Resource type",
    resourceId: "Resource ID",
  } satisfies Record<InviteField, string>,

  picker: {
    title: "Drop a CSV file here",
    description:
      "One row per person, or one for each of their permissions. Only the email address is required. You choose the columns next.",
    choose: "Choose file",
    template: "Download template",
  },

  refused: {
    excel: "This is an Excel workbook. Save it as “CSV UTF-8” in Excel, then choose that file.",
    binary: "This is not a text file. Export the list as CSV.",
    encoding: "The text encoding is not supported. Save the file as UTF-8.",
    empty: "The file is empty.",
    unreadable: "The file could not be read. Choose it again.",
    tooLarge: (limitMb: number) => `The file is larger than ${limitMb} MB. Split it into smaller files.`,
  },

  columns: {
    title: "Columns",
    none: "None",
    unnamed: (index: number) => `Column ${index + 1}`,
    clear: (field: string) => `Clear ${field.toLowerCase()} column`,
    hasHeader: "First row contains column names",
    chooseEmail: "Choose the column with email addresses",
    notImported: (names: readonly string[]) => `Not imported: ${names.join(", ")}`,
  },

  roles: {
    title: "Match roles",
    description: "These roles in the file are unknown or ambiguous. Choose a role for each.",
    label: (text: string, rowCount: number) => `“${text}” · ${formatQuantity(rowCount, rowNoun)}`,
    loading: "Looking up roles…",
    failed: "Could not load roles",
    source: (loaded: number, total: number | undefined) =>
      `Roles come from ${formatCount(loaded)}${total === undefined ? "" : ` of ${formatCount(total)}`} users`,
    loadAll: "Load all users",
    stop: "Stop",
  },

  skipped: {
    title: (count: number) => `${formatQuantity(count, rowNoun)} ${count === 1 ? "needs" : "need"} attention`,
    line: (line: number) => `Line ${line}: `,
    download: "Download these rows",
    lineColumn: "Line",
    reasonColumn: "Problem",
  },

  problem: {
    noEmail: "no email address",
    invalidEmail: "invalid email address",
    severalEmails: "more than one email address",
    brokenQuote: "stray quote",
    unknownRole: (role: string) => `unknown role “${role}”`,
    ambiguousRole: (role: string) => `several roles are named “${role}”`,
    resourceWithoutRole: "resource without a role",
    incompleteResource: "resource without a type or ID",
    unknownResourceType: (type: string) => `unknown resource type “${type}”`,
    mixedResources: (line: number) => `same role as line ${line}, but only one of the two rows has a resource`,
    samePerson: (line: number) => `same person as line ${line}`,
  },

  preview: {
    title: (count: number) => `${formatQuantity(count, personNoun)} to invite`,
    list: "People to invite",
    access: "Access",
    lines: "Line",
    noRole: "No role",
    unknownRoleId: "Unknown ID",
  },

  review: {
    chooseOther: "Choose another file",
    readAsWindows1252: "The file is not UTF-8 and was read as Windows-1252. Check names with accents.",
    summary: (skippedRows: number) =>
      skippedRows > 0 ? `${formatQuantity(skippedRows, rowNoun)} left out` : "All rows included",
    send: (people: number) => `Invite ${formatQuantity(people, personNoun)}`,
  },

  sent: {
    description: (people: number) => `The import of ${formatQuantity(people, personNoun)} has ended.`,
    viewInvites: "View invites",
    importAnother: "Import another file",
  },
};
