import { useDisclosure } from "@mantine/hooks";
import { IconClipboardCheck, IconFileImport, IconMailForward, IconUsers } from "@tabler/icons-react";
import { Suspense } from "react";
import { NavLink, Outlet } from "react-router";
import { Header } from "./header.tsx";
import { lazyComponent } from "./lazy-component.ts";
import classes from "./shell.module.css";
import { texts } from "./texts.ts";
import { useIsSettled } from "./use-is-settled.ts";
import { WorkspaceBar } from "./workspace-bar.tsx";

const RunHost = lazyComponent(async () => (await import("../runs/run-host.tsx")).RunHost);

/** The frame around every page: header, runs, navigation and content. */
export function Shell() {
  const [isMenuOpen, { toggle, close }] = useDisclosure();
  const isSettled = useIsSettled();
  return (
    <div className={classes.shell}>
      <header className={classes.header}>
        <a href="#content" className={classes.skip}>
          {texts.skip}
        </a>
        <WorkspaceBar />
        <Header isMenuOpen={isMenuOpen} onToggleMenu={toggle} />
        <Suspense>{isSettled && <RunHost />}</Suspense>
      </header>
      <nav id="pages" aria-label={texts.pages} className={classes.pages} data-open={isMenuOpen}>
        <Navigation onNavigate={close} />
      </nav>
      <main id="content" tabIndex={-1} className={classes.content}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

const pages = [
  { to: "/users", label: texts.page.users, icon: IconUsers },
  { to: "/invites", label: texts.page.invites, icon: IconMailForward },
  { to: "/import", label: texts.page.import, icon: IconFileImport },
  { to: "/access-review", label: texts.page.accessReview, icon: IconClipboardCheck },
];

function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  return pages.map(({ to, label, icon: Icon }) => (
    // React Router sets `aria-current` on the current page.
    <NavLink key={to} to={to} onClick={onNavigate} className={classes.link ?? ""}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {label}
    </NavLink>
  ));
}
