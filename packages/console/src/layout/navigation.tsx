import { NavLink, Stack } from "@mantine/core";
import { IconFileImport, IconMailForward, IconUsers } from "@tabler/icons-react";
import { useLocation, Link } from "react-router";

const pages = [
  { to: "/users", label: "Users", icon: IconUsers },
  { to: "/invites", label: "Invites", icon: IconMailForward },
  { to: "/import", label: "Import invites", icon: IconFileImport },
];

/** The links to the pages. */
export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  const { pathname } = useLocation();
  return (
    <Stack gap={4}>
      {pages.map(({ to, label, icon: Icon }) => {
        const isHere = pathname === to || pathname.startsWith(`${to}/`);
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
            active={isHere}
            aria-current={isHere ? "page" : undefined}
            onClick={onNavigate}
            style={{ borderRadius: "var(--mantine-radius-md)" }}
          />
        );
      })}
    </Stack>
  );
}
