import { Button, Menu } from "@mantine/core";
import { IconDots, type Icon } from "@tabler/icons-react";

/** An action of a button or a menu item. */
export interface Action {
  readonly label: string;
  readonly icon: Icon;
  /** `primary` is the main action; `danger` removes something. @default "default" */
  readonly kind?: "default" | "primary" | "danger";
  readonly onClick: () => void;
}

/** Props of {@link ActionButtons}. */
export interface ActionButtonsProps {
  readonly actions: readonly Action[];
  /** The label of the menu. */
  readonly menuLabel: string;
  readonly size: "xs" | "sm";
  /** @default false */
  readonly isDisabled?: boolean;
}

const buttonProps = { default: { variant: "default" }, primary: {}, danger: { color: "red" } };

/** Buttons. On narrow screens, several actions are in a menu. */
export function ActionButtons({ actions, menuLabel, size, isDisabled = false }: ActionButtonsProps) {
  const hasMenu = actions.length > 1;
  return (
    <>
      {actions.map(({ label, icon: ActionIcon, kind = "default", onClick }) => (
        <Button
          key={label}
          size={size}
          {...(hasMenu && { visibleFrom: "sm" })}
          {...buttonProps[kind]}
          disabled={isDisabled}
          leftSection={<ActionIcon size={size === "xs" ? 14 : 16} aria-hidden />}
          onClick={onClick}
        >
          {label}
        </Button>
      ))}
      {hasMenu && (
        <Menu
          position="bottom-end"
          shadow="md"
          disabled={isDisabled}
          // A menu outside of the section would belong to no landmark.
          withinPortal={false}
          // A menu must contain only items.
          withInitialFocusPlaceholder={false}
        >
          <Menu.Target>
            <Button
              size={size}
              variant="default"
              hiddenFrom="sm"
              disabled={isDisabled}
              rightSection={<IconDots size={14} aria-hidden />}
            >
              {menuLabel}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {actions.map(({ label, icon: ActionIcon, kind, onClick }) => (
              <Menu.Item
                key={label}
                {...(kind === "danger" && { c: "var(--mantine-color-error)" })}
                leftSection={<ActionIcon size={14} aria-hidden />}
                onClick={onClick}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
