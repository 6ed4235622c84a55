import { Alert, Button, Center, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { texts } from "./texts.ts";

/** Shows a page with the error when a component throws. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override state: { readonly error?: unknown } = {};

  override render() {
    return "error" in this.state ? <ErrorPage error={this.state.error} /> : this.props.children;
  }
}

function ErrorPage({ error }: { readonly error: unknown }) {
  return (
    <Center mih="100dvh" p="md">
      <Alert color="red" icon={<IconAlertTriangle />} title={texts.error.title} maw={480}>
        <Stack align="flex-start">
          {error instanceof Error ? error.message : String(error)}
          <Button onClick={() => location.reload()}>{texts.error.reload}</Button>
        </Stack>
      </Alert>
    </Center>
  );
}
