import { Alert, Button, Center, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useRouteError } from "react-router";

/** The last resort: a page broke while it was drawn. */
export function Crash() {
  const error = useRouteError();
  return (
    <Center mih="100dvh" p="md">
      <Alert color="red" icon={<IconAlertTriangle />} title="The console has a bug" maw={480}>
        <Stack align="flex-start">
          {error instanceof Error ? error.message : String(error)}
          <Button onClick={() => location.reload()}>Load the page again</Button>
        </Stack>
      </Alert>
    </Center>
  );
}
