import { lazy, type ComponentType, type LazyExoticComponent } from "react";

/** Like React's `lazy`, for a component that is not a default export. Explains a failed download. */
export function lazyComponent<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      throw new Error(
        "A part of the console could not be loaded. The console was stopped, or rebuilt since this page was opened.",
        {
          cause: error,
        },
      );
    }
  });
}
