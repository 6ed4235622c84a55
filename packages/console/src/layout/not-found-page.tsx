import { Button, Center, EmptyState } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "react-router";

/** The page for an unknown URL. */
export function NotFoundPage() {
  return (
    <Center flex={1} p="md">
      <title>Not found · Segment IAM</title>
      <EmptyState
        icon={<IconMapOff stroke={1.5} />}
        title={<h1 style={{ margin: 0, font: "inherit" }}>Page not found</h1>}
        description="The console has no page at this URL."
      >
        <EmptyState.Actions>
          <Button component={Link} to="/users">
            View users
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    </Center>
  );
}
