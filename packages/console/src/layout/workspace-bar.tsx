import { readWorkspace } from "../workspace.ts";
import { texts } from "./texts.ts";
import classes from "./workspace-bar.module.css";

/** States above every page whether the workspace is live or a mock. For a live workspace, the window also has a colored frame. */
export function WorkspaceBar() {
  const { kind, region, id } = readWorkspace(document);
  if (kind === "mock") {
    return (
      <p className={classes.bar} data-kind={kind}>
        <strong>{texts.workspace.mock}</strong>
        <span className={classes.hint}>{texts.workspace.mockHint}</span>
      </p>
    );
  }
  return (
    <>
      <div className={classes.frame} />
      <p className={classes.bar} data-kind={kind}>
        <strong>{texts.workspace.live}</strong>
        {id === undefined ? <span>{texts.workspace.idUnknown}</span> : <span className={classes.id}>{id}</span>}
        {region !== undefined && <span>{texts.workspace.region(region)}</span>}
        <span className={classes.hint}>{texts.workspace.liveHint}</span>
      </p>
    </>
  );
}
