import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link, useLocation } from "react-router";
import { fromList } from "../layout/use-close-panel.ts";
import { texts } from "./texts.ts";

/** Opens the invite form beside the current list. */
export function InviteButton({ listPath }: { readonly listPath: string }) {
  const { search } = useLocation();
  return (
    <Button
      component={Link}
      to={{ pathname: `${listPath}/new`, search }}
      state={fromList}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {texts.invitePeople}
    </Button>
  );
}
