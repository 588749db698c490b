/** What TypeScript's DOM library does not know yet of https://wicg.github.io/web-app-launch/. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * Files that the system opens with the installed app, one at a time; each opens before the next, so the last is shown.
 * Those from before this call are waiting for it.
 */
export function takeLaunchedFiles(
  by: { takeFile(file: File): Promise<void> },
  from: { launchQueue?: LaunchQueue } = globalThis as object,
): void {
  let last = Promise.resolve();
  from.launchQueue?.setConsumer(({ files = [] }) => {
    for (const handle of files)
      last = last.then(async () => by.takeFile(await handle.getFile())).catch(() => undefined);
  });
}
