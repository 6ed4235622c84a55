import { Button, Center, EmptyState } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "react-router";

/** The page for an address that leads nowhere. */
export function NotFound() {
  return (
    <Center flex={1} p="md">
      <title>Not found · Segment IAM</title>
      <EmptyState
        icon={<IconMapOff stroke={1.5} />}
        title={<h1>There is no such page</h1>}
        description="The address leads nowhere in this console."
      >
        <EmptyState.Actions>
          <Button component={Link} to="/users">
            Show all users
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    </Center>
  );
}
