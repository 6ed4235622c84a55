import { Badge, Group, Stack, Text, Title } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import { useNavigationType } from "react-router";
import { formatCount } from "../format.ts";
import { texts } from "./texts.ts";

/** Props of {@link Page}. */
export interface PageProps {
  /** The heading, and the title of the browser tab. */
  readonly title: string;
  readonly description: string;
  /** The number shown beside the title. */
  readonly count?: number | undefined;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A page that fills the window; its content scrolls.
 *
 * The heading receives focus after navigation by a link, so that a screen reader announces the page.
 */
export function Page({ title, description, count, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const navigationType = useNavigationType();
  // Later changes of the URL, such as a search, must not move the focus.
  const isPushed = useRef(navigationType === "PUSH");
  useEffect(() => {
    if (isPushed.current) heading.current?.focus();
  }, []);
  return (
    <Stack gap="md" p={{ base: "md", sm: "lg" }} flex={1} mih={0}>
      <title>{texts.pageTitle(title)}</title>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Group gap="xs">
            <Title order={1} size="h3" ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {count !== undefined && (
              <Badge color="gray" size="lg">
                {formatCount(count)}
              </Badge>
            )}
          </Group>
          <Text c="dimmed" size="sm" mt={2}>
            {description}
          </Text>
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
