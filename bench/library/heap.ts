import type { Page } from 'playwright-core';
import type { LibraryBench } from '../library.ts';

/** JavaScript's memory of the page with its library open, after garbage was collected. */
export async function heap({ page, large, small, count }: LibraryBench): Promise<string[]> {
  const figures = async (address: string) => {
    await page.goto('about:blank');
    await page.goto(address);
    await page.locator('degjo-app li').first().waitFor();
    await page.waitForTimeout(10_000);
    return used(page);
  };
  const [home, homeSmall] = [await figures(large.app), await figures(small.app)];
  const [library, librarySmall] = [
    await figures(`${large.app}#/biblioteka`),
    await figures(`${small.app}#/biblioteka`),
  ];
  return [
    `the home list open       ${home} MB with ${count} articles (limit: 80 MB), ${homeSmall} MB with 10`,
    `all of the library open  ${library} MB, ${librarySmall} MB with 10`,
  ];
}

/** Megabytes. */
async function used(page: Page): Promise<string> {
  await page.requestGC();
  const session = await page.context().newCDPSession(page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usedSize / 1e6).toFixed(1);
}

/** Megabytes that JavaScript holds in the page's one worker, after garbage was collected. */
export async function usedByWorker(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const worker = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false });
  const sessionId = await worker;
  const ask = async (id: number, method: string): Promise<unknown> => {
    const answer = new Promise((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const told = JSON.parse(message) as { id?: number; result?: unknown };
        if (told.id === id) resolve(told.result);
      });
    });
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answer;
  };
  await ask(1, 'HeapProfiler.collectGarbage');
  const { usedSize } = (await ask(2, 'Runtime.getHeapUsage')) as { usedSize: number };
  await session.detach();
  return `${(usedSize / 1e6).toFixed(0)} MB`;
}
