import { Text, UnstyledButton } from "@mantine/core";
import { Suspense, useId, useState, useSyncExternalStore } from "react";
import { consoleOperations } from "../../iam-api.ts";
import { limiter } from "../../iam.ts";
import classes from "./rate-limit-button.module.css";
import { lazyComponent } from "../lazy-component.ts";
import { remainingShare, shareColor } from "./remaining-share.ts";
import { texts } from "../texts.ts";

const RateLimitList = lazyComponent(async () => (await import("./rate-limit-list.tsx")).RateLimitList);

/** Shows the lowest remaining rate limit. A popover lists the remaining requests of each operation. */
export function RateLimitButton() {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const share = useSyncExternalStore(subscribe, lowestRemainingShare);
  const percent = Math.floor((share ?? 0) * 100);
  const label = share === undefined ? texts.rateLimit.unknown : texts.rateLimit.left(percent);
  return (
    <>
      <UnstyledButton className={classes.button} aria-label={label} popoverTarget={id}>
        <svg viewBox="0 0 24 24" width={24} height={24} className={classes.ring} aria-hidden>
          <circle cx={12} cy={12} r={9} />
          {share !== undefined && (
            <circle
              cx={12}
              cy={12}
              r={9}
              pathLength={100}
              strokeDasharray={`${percent} 100`}
              style={{ stroke: shareColor(share) }}
            />
          )}
        </svg>
        <Text size="sm" visibleFrom="xs" className={classes.label}>
          {label}
        </Text>
      </UnstyledButton>
      <section
        id={id}
        popover="auto"
        aria-label={texts.rateLimit.title}
        className={classes.popover}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        <Text size="sm" c="dimmed">
          {texts.rateLimit.description}
        </Text>
        <Suspense>{isOpen && <RateLimitList />}</Suspense>
      </section>
    </>
  );
}

function subscribe(listener: () => void): () => void {
  const unsubscribes = consoleOperations.map((operation) => limiter.subscribe(operation, listener));
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

/** Returns the lowest remaining share of all operations; `undefined` while none is known. */
function lowestRemainingShare(): number | undefined {
  const shares = consoleOperations.flatMap((operation) => remainingShare(limiter.state(operation)) ?? []);
  return shares.length > 0 ? Math.min(...shares) : undefined;
}
