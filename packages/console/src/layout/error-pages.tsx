import { Alert, Button, Center, EmptyState, Stack } from "@mantine/core";
import { IconAlertTriangle, IconMapOff } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { Link } from "react-router";

/** Shows a page with the error when a component throws. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override state: { readonly error?: unknown } = {};

  override render() {
    return "error" in this.state ? <CrashPage error={this.state.error} /> : this.props.children;
  }
}

function CrashPage({ error }: { readonly error: unknown }) {
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
