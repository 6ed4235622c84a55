import { formatCount, formatQuantity, type Noun } from "../format.ts";
import type { RunOutcome } from "./run-report.ts";
import type { RunTask } from "./run-task.ts";

const user: Noun = ["user", "users"];
const invite: Noun = ["invite", "invites"];
const person: Noun = ["person", "people"];

/** The words for a kind of task. */
interface TaskTexts {
  readonly noun: Noun;
  /** `Remove`, for titles. */
  readonly action: string;
  /** The label of the confirm button. */
  readonly button: string;
  /** `Removing users`, for the indicator. */
  readonly running: string;
  /** `removed`, for counts. */
  readonly done: string;
  /** `already removed`, for items with nothing left to do. */
  readonly alreadyDone: string;
  readonly effect: string;
}

const change = { noun: user, running: "Changing permissions", done: "changed", alreadyDone: "no change" };

/** Returns the words for a task. */
export function textsOf(task: RunTask): TaskTexts {
  switch (task.kind) {
    case "remove-users":
      return {
        noun: user,
        action: "Remove",
        button: labelAction("Remove", user, task),
        running: "Removing users",
        done: "removed",
        alreadyDone: "already removed",
        effect: "They lose access immediately. To restore it, invite them again.",
      };
    case "invite":
      return {
        noun: person,
        action: "Invite",
        button: labelAction("Invite", person, task),
        running: "Inviting people",
        done: "invited",
        alreadyDone: "already invited",
        effect: "They get an email. They have access when they accept the invite.",
      };
    case "revoke-invites":
      return {
        noun: invite,
        action: "Revoke",
        button: labelAction("Revoke", invite, task),
        running: "Revoking invites",
        done: "revoked",
        alreadyDone: "already revoked",
        effect: "Their invite links stop working.",
      };
    case "change-permissions":
      return { ...change, ...changeTexts[task.mode] };
  }
}

const changeTexts = {
  add: { action: "Add permissions to", button: "Add permissions", effect: "They keep their current permissions." },
  remove: {
    action: "Remove permissions from",
    button: "Remove permissions",
    effect: "They lose these permissions immediately.",
  },
  replace: {
    action: "Replace permissions of",
    button: "Replace permissions",
    effect: "This replaces all their current permissions. Anything not listed is revoked.",
  },
};

const outcomeNames: Record<Exclude<RunOutcome, "succeeded" | "already-done">, string> = {
  rejected: "failed",
  unknown: "unknown",
  "not-attempted": "not attempted",
};

/** The texts of runs. */
export const texts = {
  cancel: "Cancel",
  more: (count: number) => `and ${formatCount(count)} more`,

  confirm: {
    title: (task: RunTask) => `${textsOf(task).action} ${quantityOf(task)}?`,
    list: "People",
    busy: "Another run is in progress. Wait until it ends.",
  },

  progress: {
    title: (task: RunTask) => `${textsOf(task).action} ${quantityOf(task)}`,
    label: "Progress",
    counts: (done: number, total: number, failed: number) =>
      `${formatCount(done)} of ${formatCount(total)}${failed > 0 ? `, ${formatCount(failed)} failed` : ""}`,
    left: (eta: string) => `${eta} left`,
    waiting: "Rate limit reached. The run continues by itself.",
    paused: "Paused",
    stopping: "Stopping after the current request",
    checking: "Checking unknown outcomes",
    percent: (percent: number) => `${percent} percent`,
    pause: "Pause",
    resume: "Resume",
    stop: "Stop",
    hide: "Continue in background",
  },

  bar: {
    label: "Run",
    running: (task: RunTask, done: number) =>
      `${textsOf(task).running} · ${formatCount(done)} of ${formatCount(task.items.length)}`,
    show: "Show",
    interrupted: (task: RunTask, done: number) =>
      `A run was interrupted: ${formatCount(done)} of ${quantityOf(task)} ${textsOf(task).done}`,
    resume: "Continue",
    view: "View report",
    discard: "Discard",
    dismiss: "Dismiss",
    elsewhere: "This run continues in another tab",
  },

  report: {
    summary: (task: RunTask, done: number) =>
      done === task.items.length
        ? `${quantityOf(task)} ${textsOf(task).done}`
        : `${formatCount(done)} of ${quantityOf(task)} ${textsOf(task).done}`,
    outcome: (task: RunTask, outcome: RunOutcome) =>
      outcome === "succeeded"
        ? textsOf(task).done
        : outcome === "already-done"
          ? textsOf(task).alreadyDone
          : outcomeNames[outcome],
    list: "Items that did not succeed",
    unknown: "Segment may have processed the items marked “unknown”.",
    check: "Check again",
    checkFailed: (reason: string) => `Could not check: ${reason}`,
    download: "Download report",
    fileName: (task: RunTask) => `${task.kind}-report.csv`,
    retry: "Retry failed",
    continueRest: (count: number) => `Continue with ${formatCount(count)}`,
  },

  undo: {
    "remove-users": "Invite again",
    invite: "Revoke invites",
    "change-permissions": "Restore previous permissions",
    "revoke-invites": "",
  } satisfies Record<RunTask["kind"], string>,

  reasons: {
    stopped: "The run was stopped",
    interrupted: "The run was interrupted",
    notDone: "Segment did not process the request",
  },
};

/** Returns the label of a button with the noun in the number of the task: `Remove users`. */
function labelAction(action: string, [singular, plural]: Noun, { items }: RunTask): string {
  return `${action} ${items.length === 1 ? singular : plural}`;
}

/** Returns the number of items with their noun: `300 users`. */
function quantityOf({ items, ...task }: RunTask): string {
  return formatQuantity(items.length, textsOf({ ...task, items } as RunTask).noun);
}
