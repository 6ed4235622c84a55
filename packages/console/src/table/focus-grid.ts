/** Moves a lost focus to the grid's current row. After a removal, that is the row after the removed one, or the last row. */
export function focusGrid(): void {
  const { activeElement, body } = document;
  if (activeElement !== null && activeElement !== body) return;
  document.querySelector<HTMLElement>('[role="grid"] tbody [tabindex="0"]')?.focus({ preventScroll: true });
}
