import { Button, CloseButton, Group, Text } from "@mantine/core";
import classes from "./run-bar.module.css";
import type { RunView } from "./engine/run.ts";
import type { RunCenter } from "./run-center.ts";
import { countDone, type RunReport } from "./run-report.ts";
import { SpokenProgress } from "./run-progress.tsx";
import { texts } from "./texts.ts";

/** Props of {@link RunBar}. */
export interface RunBarProps {
  readonly run: RunView;
  readonly report: RunReport | undefined;
  readonly center: RunCenter;
}

/** Shows a run in one line above every page: in progress, ended or interrupted. */
export function RunBar({ run: view, report, center }: RunBarProps) {
  const { status, task, done } = view;
  return (
    <section aria-label={texts.bar.label} className={classes.bar}>
      <Text size="sm" className={classes.text} data-status={status}>
        {status === "interrupted"
          ? texts.bar.interrupted(task, report ? countDone(report) : 0)
          : status === "ended" && report
            ? texts.report.summary(task, countDone(report))
            : texts.bar.running(task, done)}
      </Text>
      <Group gap={4}>
        {status === "interrupted" && (
          <Button size="compact-sm" onClick={center.resumeRest}>
            {texts.bar.resume}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => center.setOpen(true)}>
          {status === "interrupted" || status === "ended" ? texts.bar.view : texts.bar.show}
        </Button>
        {status === "interrupted" && (
          <Button size="compact-sm" variant="subtle" onClick={center.discard}>
            {texts.bar.discard}
          </Button>
        )}
        {status === "ended" && <CloseButton aria-label={texts.bar.dismiss} onClick={center.discard} />}
      </Group>
      {status !== "interrupted" && status !== "ended" && <SpokenProgress run={view} />}
    </section>
  );
}
