import { Stack } from "@mantine/core";
import type { ReactNode } from "react";

/** A page as high as the window allows: what grows in it scrolls by itself. */
export function Page({ children }: { readonly children: ReactNode }) {
  return (
    <Stack gap="md" p={{ base: "md", sm: "lg" }} flex={1} mih={0}>
      {children}
    </Stack>
  );
}
