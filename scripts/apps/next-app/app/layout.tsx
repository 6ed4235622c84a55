import type { ReactNode } from "react";
import { Providers } from "./providers.tsx";

export const metadata = { title: "Users", icons: "data:," };

// Next.js requires a default export.
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
