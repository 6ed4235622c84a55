/** Has workerd load `main.mjs` with `probe.mjs`, and lets them connect to this machine. */
export const workerdConfig: string = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "probe", worker = (
    modules = [
      (name = "main.mjs", esModule = embed "main.mjs"),
      (name = "probe.mjs", esModule = embed "probe.mjs"),
    ],
    compatibilityDate = "2026-01-01",
  )),
  (name = "internet", network = (allow = ["private"])),
]);
`;
