import type { LibraryBench } from '../library.ts';

/** Frames of one scroll, and how far each goes: CSS pixels. */
const frames = 240;
const stride = 400;

/** The frames while the whole library, and a queue of what is unheard of it, are scrolled through, and left alone. */
export async function scrolling(bench: LibraryBench): Promise<string[]> {
  const library = await scrollThrough(bench, {
    address: '#/biblioteka',
    rows: ['degjo-library-page', 'degjo-library-list'],
  });
  await bench.page.goto(bench.large.app);
  await bench.page.locator('.all').click();
  await bench.page.locator('degjo-player-controls .place button').click();
  const queue = await scrollThrough(bench, { address: '#/radha', rows: ['degjo-queue-page'] });
  return [...library, ...queue.map((line) => `queue: ${line}`)];
}

async function scrollThrough(
  { page, large }: LibraryBench,
  { address, rows }: { readonly address: string; readonly rows: readonly string[] },
): Promise<string[]> {
  await page.goto('about:blank');
  const row = page.locator(`${rows.at(-1) ?? ''} li`).first();
  const start = performance.now();
  await page.goto(`${large.app}${address}`);
  await row.waitFor();
  const first = performance.now() - start;
  const opening = await page.evaluate(scroll, { frames: 60, stride: 0 });
  const count = await page.evaluate(countRows, rows);
  await page.waitForTimeout(1_000);
  const still = await page.evaluate(scroll, { frames, stride: 0 });
  const moving = await page.evaluate(scroll, { frames, stride });
  const far = await page.evaluate(scroll, { frames: 60, stride: Math.floor((count * 90) / 60) });
  return [
    `scrolling ${count} rows, a screen every other frame  ${worst(moving)} (limit: 50 ms)`,
    `from top to bottom in a second                  ${worst(far)}`,
    `the same page, still                            ${worst(still)}`,
    `while its rows come                             ${worst(opening)}; the first after ${first.toFixed(0)} ms`,
  ];
}

/** Runs in the page. @returns the rows of the list in the last of these elements, once no more come */
async function countRows(path: readonly string[]): Promise<number> {
  const list = path.reduce<Element | null | undefined>(
    (outer, name) => outer?.shadowRoot?.querySelector(name),
    document.querySelector('degjo-app'),
  );
  const count = () => list?.shadowRoot?.querySelectorAll('li').length ?? 0;
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  return count();
}

/** Runs in the page: scrolls in each frame, from the top. @returns milliseconds between frames */
function scroll({ frames, stride }: { frames: number; stride: number }): Promise<number[]> {
  scrollTo(0, 0);
  return new Promise((resolve) => {
    const times: number[] = [];
    let last: number | undefined;
    const step = (now: number) => {
      if (last !== undefined) times.push(now - last);
      last = now;
      if (times.length === frames) resolve(times);
      else {
        scrollBy({ top: stride, behavior: 'instant' });
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  });
}

function worst(times: readonly number[]): string {
  const late = times.filter((time) => time > 50).length;
  return `worst frame ${Math.max(...times).toFixed(0)} ms, ${late} of ${times.length} over 50 ms`;
}
