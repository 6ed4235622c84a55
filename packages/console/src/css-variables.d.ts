import "react";

declare module "react" {
  interface CSSProperties {
    /** A variable of the console's own. */
    [variable: `--${string}`]: string | number | undefined;
  }
}
