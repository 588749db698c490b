import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { openBrowser } from '../rig/index.ts';
import { pageForViews, views } from '../journeys/views.ts';
import { measure, spaceText, withMeasures } from '../journeys/measures.ts';
it('explores', async () => {
  const browser = await openBrowser({reducedMotion:'reduce'});
  const { page, places } = await pageForViews(browser);
  await withMeasures(page);
  const cdp = await page.context().newCDPSession(page);
  const out: string[] = [];
  for (const view of views) {
    await page.setViewportSize({ width: 360, height: 740 });
    await view.open(page, places);
    for (const [width, size] of [[360,16],[320,16],[256,16],[1280,16],[360,32],[360,48],[768,48],[1280,48],[320,48],[360,24]] as const) {
      await cdp.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: Math.round(size * 0.8) } });
      await page.setViewportSize({ width, height: 740 });
      out.push(`## ${view.name} ${width} ${size}`, ...await measure(page, 'sideways', 'smallTargets', 'lostText'));
      await page.screenshot({ path: `build/screens/${view.name.replaceAll(/,? /g, '-')}-${width}-${size}.png` });
    }
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    await page.setViewportSize({ width: 360, height: 740 });
    await spaceText(page);
    out.push(`## ${view.name} spaced`, ...await measure(page, 'sideways', 'smallTargets', 'lostText'));
    writeFileSync('build/explore2.txt', out.join('\n'));
  }
  await browser.close();
}, 300000);
