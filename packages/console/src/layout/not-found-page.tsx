import { Button, Center, EmptyState } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "react-router";
import { texts } from "./texts.ts";

/** The page for an unknown URL. */
export function NotFoundPage() {
  return (
    <Center flex={1} p="md">
      <title>{texts.pageTitle(texts.notFound.tab)}</title>
      <EmptyState
        icon={<IconMapOff stroke={1.5} />}
        title={<h1 style={{ margin: 0, font: "inherit" }}>{texts.notFound.title}</h1>}
        description={texts.notFound.description}
      >
        <EmptyState.Actions>
          <Button component={Link} to="/users">
            {texts.notFound.action}
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    </Center>
  );
}
