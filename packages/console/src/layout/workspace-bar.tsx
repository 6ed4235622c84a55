import { readWorkspace } from "../workspace.ts";
import classes from "./workspace-bar.module.css";

/** States above every page whether the workspace is live or a mock. For a live workspace, the window also has a colored frame. */
export function WorkspaceBar() {
  const { kind, region, id } = readWorkspace(document);
  if (kind === "mock") {
    return (
      <p className={classes.bar} data-kind={kind}>
        <strong>Mock workspace</strong>
        <span className={classes.hint}>Changes are lost on restart</span>
      </p>
    );
  }
  return (
    <>
      <div className={classes.frame} />
      <p className={classes.bar} data-kind={kind}>
        <strong>Live workspace</strong>
        {id === undefined ? <span>ID unknown</span> : <span className={classes.id}>{id}</span>}
        {region !== undefined && <span>{`Region ${region}`}</span>}
        <span className={classes.hint}>Changes take effect immediately</span>
      </p>
    </>
  );
}
