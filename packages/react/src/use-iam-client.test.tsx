import { createIamClient } from "@segment-iam/client";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { IamProvider } from "./iam-provider.tsx";
import { useIamClient } from "./use-iam-client.ts";

function Scope() {
  return useIamClient().scope;
}

it("finds the client of the nearest provider", () => {
  const acme = createIamClient({ token: "test", scope: "acme" });
  const globex = createIamClient({ token: "test", scope: "globex" });
  const html = renderToString(
    <IamProvider client={acme}>
      <Scope /> and{" "}
      <IamProvider client={globex}>
        <Scope />
      </IamProvider>
    </IamProvider>,
  );
  expect(html.replaceAll("<!-- -->", "")).toBe("acme and globex");
});

it("says what is missing outside a provider", () => {
  expect(() => renderToString(<Scope />)).toThrow("Render <IamProvider client={iam}> above this component");
});
