/** How often a component that shows a list rendered, from one state at rest to the next. */
export interface RenderCounts {
  readonly mount: number;
  readonly page: number;
  readonly delete: number;
}
