import { StrictMode, type ReactNode } from "react";
import { Providers } from "./providers.tsx";

export const metadata = { title: "Users", icons: "data:," };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <StrictMode>
          <Providers>
            <main>{children}</main>
          </Providers>
        </StrictMode>
      </body>
    </html>
  );
}
