import { describe, expect, it } from 'vitest';
import { browserOf } from './browser.ts';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('the browser that steps for installing are for', () => {
  it.each([
    [
      'ios',
      `${mozilla} (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit} Version/18.5 Mobile/15E148 Safari/604.1`,
      5,
    ],
    ['ios', `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.5 Safari/605.1.15`, 5],
    ['safari', `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.5 Safari/605.1.15`, 0],
    ['chrome', `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 0],
    ['chrome', `${mozilla} (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 0],
    ['edge', `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 0],
    ['firefox', `${mozilla} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 0],
    ['firefox-android', `${mozilla} (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0`, 5],
    ['chrome-android', `${mozilla} (Linux; Android 10; K) ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`, 5],
    [
      'samsung',
      `${mozilla} (Linux; Android 10; K) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
      5,
    ],
  ] as const)('%s', (browser, userAgent, maxTouchPoints) => {
    expect(browserOf({ userAgent, maxTouchPoints })).toBe(browser);
  });
});
