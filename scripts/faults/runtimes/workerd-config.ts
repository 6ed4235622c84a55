/** Has workerd load `main.mjs` with `probe.mjs`, lets them connect to this machine, and serves them on a free port. */
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
], sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "probe")]);
`;
