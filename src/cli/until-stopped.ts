/** A signal that Ctrl-C and its like abort, instead of ending the process at once. */
export function untilStopped(): { readonly signal: AbortSignal; readonly release: () => void } {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of names) process.on(name, abort);
  return { signal: stop.signal, release: () => names.forEach((name) => process.off(name, abort)) };
}
