import { notify } from "../feedback/notify.tsx";
import { readWorkspace } from "../workspace.ts";
import { announceRun } from "./announce-run.ts";
import { holdLock, listHeldLocks } from "./engine/hold-lock.ts";
import { RunHistory } from "./engine/run-history.ts";
import { RunLog } from "./engine/run-log.ts";
import { Run, type RunContext, type RunView } from "./engine/run.ts";
import { createUndoTask } from "./engine/undo-task.ts";
import { countDone, type RunReport } from "./run-report.ts";
import type { RunTask } from "./run-task.ts";
import { texts } from "./texts.ts";

/** The state of runs for the shell. Each change creates a new object. */
export interface RunsState {
  /** The run of this tab, or one that was interrupted. */
  readonly run: RunView | undefined;
  /** The report of a run that ended or was interrupted. */
  readonly report: RunReport | undefined;
  /** Whether the dialog with its progress or report is open. */
  readonly isOpen: boolean;
  /** A task that waits for confirmation. */
  readonly proposal: RunTask | undefined;
}

const lockOf = (id: string) => `segment-iam run ${id}`;

/** Owns the run of this tab: one at a time. Offers to continue a run that was interrupted by a reload or a crash. */
export class RunCenter {
  readonly #context: RunContext & { readonly log: RunLog };
  readonly #listeners = new Set<() => void>();
  #run: Run | undefined;
  #release: (() => void) | undefined;
  #isOpen = false;
  #proposal: { readonly task: RunTask; readonly resolve: (isConfirmed: boolean) => void } | undefined;
  #state: RunsState = { run: undefined, report: undefined, isOpen: false, proposal: undefined };

  constructor(context: Omit<RunContext, "log">) {
    const { kind, region, id } = readWorkspace(document);
    this.#context = { ...context, log: new RunLog([kind, region, id].join(" ")) };
    void this.#restore();
  }

  readonly state = (): RunsState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** A task that undoes the current run. */
  get undoTask(): RunTask | undefined {
    return this.#run && createUndoTask(this.#run.report, this.#run.before);
  }

  get isBusy(): boolean {
    return this.#run !== undefined && !isOver(this.#run.view);
  }

  async confirm(task: RunTask, onStart?: () => void): Promise<RunReport | undefined> {
    this.#proposal?.resolve(false);
    const isConfirmed = await new Promise<boolean>((resolve) => {
      this.#proposal = { task, resolve };
      this.#publish();
    });
    return isConfirmed ? this.start(task, onStart) : undefined;
  }

  /** Starts or cancels the task that waits for confirmation. */
  resolveProposal(isConfirmed: boolean): void {
    const proposal = this.#proposal;
    this.#proposal = undefined;
    this.#publish();
    proposal?.resolve(isConfirmed);
  }

  async start(task: RunTask, onStart?: () => void): Promise<RunReport | undefined> {
    if (this.isBusy) return this.confirm(task, onStart);
    // An interrupted run stays in the log, and is offered again after a reload.
    if (this.#run?.view.status === "ended") await this.dismiss();
    const run = new Run(crypto.randomUUID(), task, this.#context, () => this.#publish());
    this.#run = run;
    onStart?.();
    return this.#execute(run, async () => {
      await this.#context.log.create(run.id, task, Date.now());
      await run.start();
    });
  }

  /** Continues an interrupted run, or sends the items that were not attempted. */
  readonly resumeRest = (): void => void this.#claim((run) => this.#execute(run, () => run.start()));
  readonly retry = (): void => void this.#claim((run) => this.#execute(run, () => run.retry()));
  readonly check = (): void => void this.#claim((run) => run.check());
  readonly discard = (): void => void this.#claim(() => this.dismiss());
  readonly pause = (): void => this.#run?.pause();
  readonly resume = (): void => this.#run?.resume();
  readonly stop = (): void => this.#run?.stop();

  /** Asks for confirmation to undo the current run. */
  async undo(): Promise<void> {
    const task = this.undoTask;
    if (!task) return;
    this.setOpen(false);
    if (!(await this.confirm(task)) && this.#run) this.setOpen(true);
  }

  setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#publish();
  }

  /** Closes the report of the run and deletes it from the log. */
  async dismiss(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    this.#isOpen = false;
    this.#publish();
    if (run) await this.#context.log.delete(run.id);
    this.#release?.();
    this.#release = undefined;
  }

  async #execute(run: Run, work: () => Promise<void>): Promise<RunReport> {
    this.#isOpen = true;
    this.#publish();
    this.#release ??= await holdLock(lockOf(run.id));
    await work();
    const { report } = run;
    const isComplete = countDone(report) === report.rows.length;
    const undo = createUndoTask(report, run.before);
    // For a single person, the notification already contains the whole report.
    const isBrief = isComplete && report.rows.length === 1;
    if (isBrief || !this.#isOpen) {
      const onUndo = undo && (() => void this.confirm(undo));
      announceRun(report, isBrief ? { onUndo } : { onView: () => this.setOpen(true) });
    }
    if (isBrief) await this.dismiss();
    return report;
  }

  /** Offers the last run of this workspace that no tab continues. */
  async #restore(): Promise<void> {
    const [held, runs] = [await listHeldLocks(), await this.#context.log.list(Date.now())];
    const stored = runs.find(({ id }) => !held.has(lockOf(id)));
    if (!stored || this.#run) return;
    const history = new RunHistory();
    for (const event of await this.#context.log.events(stored.id)) history.add(event);
    if (this.#run) return;
    this.#run = new Run(stored.id, stored.task, this.#context, () => this.#publish(), history);
    this.#publish();
  }

  /** Calls a function if no other tab has continued the run. */
  async #claim(use: (run: Run) => unknown): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#release ??= await holdLock(lockOf(run.id));
    if (this.#release) {
      use(run);
      return;
    }
    this.#run = undefined;
    this.#isOpen = false;
    this.#publish();
    notify(texts.bar.elsewhere, { kind: "info" });
  }

  #publish(): void {
    const run = this.#run?.view;
    const report = run && isOver(run) ? this.#run?.report : undefined;
    this.#state = { run, report, isOpen: this.#isOpen, proposal: this.#proposal?.task };
    for (const listener of this.#listeners) listener();
  }
}

function isOver({ status }: RunView): boolean {
  return status === "ended" || status === "interrupted";
}
