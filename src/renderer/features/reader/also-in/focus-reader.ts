/** Gives the focus to the text or the pages that are read, once they are drawn. */
export function focusReader(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(".reader .article, .reader .pages")?.focus({ preventScroll: true });
  });
}
