/** Resolves when the frame that is being prepared stands on the screen: for work that must not hold it up. */
export function afterPaint(): Promise<void> {
  // A page in the background draws no frames.
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
}
