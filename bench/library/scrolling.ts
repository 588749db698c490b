import type { LibraryBench } from '../library.ts';

/** Frames of one scroll, and how far each goes: CSS pixels. */
const frames = 240;
const stride = 400;

/** The frames while the whole library is scrolled through, beside those of the same page left alone. */
export async function scrolling({ page, large, count }: LibraryBench): Promise<string[]> {
  await page.goto('about:blank');
  await page.goto(`${large.app}#/biblioteka`);
  const rows = page.locator('degjo-library-list li');
  await rows.first().waitFor();
  const opening = await page.evaluate(scroll, { frames: 60, stride: 0 });
  await page.waitForFunction(
    (n) =>
      document
        .querySelector('degjo-app')
        ?.shadowRoot?.querySelector('degjo-library-page')
        ?.shadowRoot?.querySelector('degjo-library-list')
        ?.shadowRoot?.querySelectorAll('li').length === n,
    count,
    { timeout: 120_000 },
  );
  await page.waitForTimeout(1_000);
  const still = await page.evaluate(scroll, { frames, stride: 0 });
  const moving = await page.evaluate(scroll, { frames, stride });
  const far = await page.evaluate(scroll, { frames: 60, stride: Math.floor((count * 90) / 60) });
  return [
    `scrolling ${count} rows, a screen every other frame  ${worst(moving)} (limit: 50 ms)`,
    `from top to bottom in a second                  ${worst(far)}`,
    `the same page, still                            ${worst(still)}`,
    `while its rows come                             ${worst(opening)}`,
  ];
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
