import { createIamClient } from "@segment-iam/client";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { IamProvider, useIamClient } from "./iam-provider.tsx";

function Scope() {
  return useIamClient().scope;
}

it("provides the client of the nearest provider", () => {
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

it("throws a ConfigError outside a provider", () => {
  expect(() => renderToString(<Scope />)).toThrow(
    expect.objectContaining({ name: "ConfigError", message: expect.stringContaining("<IamProvider client={iam}>") }),
  );
});
