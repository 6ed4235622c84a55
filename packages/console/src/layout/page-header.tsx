import { Badge, Group, Text, Title } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import { useNavigationType } from "react-router";
import { formatCount } from "../format.ts";

/** What a page's header shows. */
export interface PageHeaderProps {
  /** The page's name: its heading, and the title of the browser's tab. */
  readonly title: string;
  /** How much there is of what the page shows. */
  readonly count?: number | undefined;
  /** One sentence on what the page is for. */
  readonly description?: ReactNode;
  /** The page's buttons. */
  readonly children?: ReactNode;
}

/** A page's heading. It takes the focus when one comes here by a link, as a page that the browser loads would. */
export function PageHeader({ title, count, description, children }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const navigation = useNavigationType();
  // Only the way one came by counts: what happens to the address later must not move the focus.
  const isByLink = useRef(navigation === "PUSH");
  useEffect(() => {
    if (isByLink.current) heading.current?.focus();
  }, []);
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <title>{`${title} · Segment IAM`}</title>
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
        {description !== undefined && (
          <Text c="dimmed" size="sm" mt={2}>
            {description}
          </Text>
        )}
      </div>
      {children !== undefined && <Group gap="xs">{children}</Group>}
    </Group>
  );
}
