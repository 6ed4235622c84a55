import { Alert, Button, Center, EmptyState, Stack } from "@mantine/core";
import { IconAlertTriangle, IconMapOff } from "@tabler/icons-react";
import { Link, useRouteError } from "react-router";

/** The page shown when a component throws. */
export function CrashPage() {
  const error = useRouteError();
  return (
    <Center mih="100dvh" p="md">
      <Alert color="red" icon={<IconAlertTriangle />} title="Something went wrong" maw={480}>
        <Stack align="flex-start">
          {error instanceof Error ? error.message : String(error)}
          <Button onClick={() => location.reload()}>Reload</Button>
        </Stack>
      </Alert>
    </Center>
  );
}

/** The page for an unknown URL. */
export function NotFoundPage() {
  return (
    <Center flex={1} p="md">
      <title>Not found · Segment IAM</title>
      <EmptyState
        icon={<IconMapOff stroke={1.5} />}
        title={<h1>Page not found</h1>}
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
