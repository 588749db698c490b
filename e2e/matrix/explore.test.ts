import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { openBrowser } from '../rig/index.ts';
import { pageForViews, speak, views } from '../journeys/views.ts';
import { runAxe, withAxe } from '../journeys/axe.ts';
it('explores', async () => {
  const browser = await openBrowser({reducedMotion:'reduce'});
  const { page, places } = await pageForViews(browser);
  await withAxe(page);
  const cdp = await page.context().newCDPSession(page);
  const out: string[] = [];
  for (const view of views) {
    await page.setViewportSize({ width: 360, height: 740 });
    await view.open(page, places);
    for (const theme of ['light','contrast']) for (const width of [360, 1280]) for (const size of [16, 48]) {
      await cdp.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size * 13/16 } });
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((t) => document.documentElement.setAttribute('data-theme', t), theme);
      const t0 = performance.now();
      const { violations, undecided } = await runAxe(page);
      const w = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      out.push(`## ${view.name} ${theme} ${width} ${size} ${(performance.now() - t0).toFixed(0)}ms w=${w}`, ...violations.map((x) => 'V ' + x), ...undecided.map((x) => '? ' + x));
      await page.screenshot({ path: `build/screens/${view.name.replaceAll(' ', '-')}-${theme}-${width}-${size}.png` });
    }
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    writeFileSync('build/explore.txt', out.join('\n'));
  }
  await browser.close();
}, 300000);
