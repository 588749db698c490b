import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, record, startAppServer, startPlainServer } from './rig/index.ts';
import type { PlainServer, Recording, RigBrowser } from './rig/index.ts';

const fixtures = fileURLToPath(new URL('rig/fixtures', import.meta.url));

describe('sound', () => {
  let server: Awaited<ReturnType<typeof startAppServer>>;
  let browser: RigBrowser;
  let sound: Recording;
  let page: Page;

  beforeAll(async () => {
    server = await startAppServer({ root: fixtures });
    sound = await record();
    browser = await openSpeechPage();
    page = browser.page;
  });

  afterAll(async () => {
    await browser.close();
    await sound.stop();
    await server.close();
  });

  async function openSpeechPage(): Promise<RigBrowser> {
    const opened = await openBrowser();
    await opened.page.goto(`${server.url}speech.html`);
    await opened.page.getByText('voices').waitFor();
    return opened;
  }

  it('silence is measured as silence', async () => {
    const from = Date.now();
    await sound.waitForSilence(1000);
    expect(sound.rms(from)).toBe(0);
    expect(sound.firstSoundAfter(from)).toBeNull();
    expect(sound.silentFor(900)).toBe(true);
  });

  it('Albanian speech is heard from the press on, and no longer after it is cancelled', async () => {
    const pressed = Date.now();
    await page.click('#speak');
    const heard = await sound.waitForSound({ after: pressed });
    await page.waitForTimeout(1500);
    expect(sound.rms(heard)).toBeGreaterThan(500);
    expect(sound.silentFor(1000)).toBe(false);

    await page.click('#cancel');
    const silent = await sound.waitForSilence(1500);
    expect(sound.rms(silent)).toBe(0);
    expect(await events(page)).toEqual(expect.arrayContaining(['start', 'interrupted']));
    expect(await events(page)).not.toContain('end');
  });

  it('sound that the page makes itself is heard too', async () => {
    await page.click('#tone');
    const heard = await sound.waitForSound();
    await sound.waitForSilence(1000);
    expect(sound.rms(heard, heard + 300)).toBeGreaterThan(500);
  });

  it('nothing of this was a problem for the browser', () => {
    expect(browser.problems()).toEqual([]);
  });
});

describe('browser', () => {
  let strict: RigBrowser;
  let lax: RigBrowser;

  beforeAll(async () => {
    const ours = await startAppServer({ root: fixtures });
    const plain = await startPlainServer({ root: fixtures });
    strict = await openBrowser();
    lax = await openBrowser();
    for (const [browser, server] of [
      [strict, ours],
      [lax, plain],
    ] as const) {
      await browser.page.goto(`${server.url}problems.html`);
      await browser.page.getByText('done').waitFor();
      await server.close();
    }
  });

  afterAll(async () => {
    await strict.close();
    await lax.close();
  });

  it.each([
    ['a script in the markup', 'script-src'],
    ['a string as markup', 'TrustedHTML'],
    ['a request that the policy forbids', 'connect-src'],
    ['an error that a script reports', 'said on the console'],
    ['an error that nobody caught', 'nobody caught this'],
    ['a file that is not there', '404 (Not Found)'],
  ])('reports %s', (_name, words) => {
    expect(strict.problems().join('\n')).toContain(words);
  });

  it('reports a request that leaves the machine, which gets nowhere', () => {
    expect(lax.problems().join('\n')).toContain('request: http://example.org/elsewhere');
    expect(lax.problems().join('\n')).toContain('ERR_NAME_NOT_RESOLVED');
  });

  it('leaves out what was expected', () => {
    expect(strict.problems(/said on the console/).join('\n')).not.toContain('said on the console');
    expect(strict.problems(/./)).toEqual([]);
  });
});

describe('plain server', () => {
  let server: PlainServer;

  beforeEach(async () => {
    server = await startPlainServer({ root: fixtures, base: '/nen/' });
  });

  afterEach(() => server.close());

  it('serves files under its path with a content type and nothing in place of a missing one', async () => {
    const found = await fetch(`${server.url}speech.js`);
    expect([found.status, found.headers.get('content-type')]).toEqual([200, 'text/javascript']);
    expect(found.headers.get('content-security-policy')).toBeNull();
    expect((await fetch(`${server.url}artikull/asgje`)).status).toBe(404);
    expect((await fetch(new URL('/speech.js', server.url))).status).toBe(404);
    expect((await fetch(`${server.url}..%2f..%2frig.test.ts`)).status).toBe(404);
    expect(server.requests).toContain('/nen/speech.js');
  });

  it('fails, delays and replaces single paths until it is restored', async () => {
    const address = `${server.url}speech.js`;
    server.replace('/nen/speech.js', '{"broken"');
    expect(await (await fetch(address)).text()).toBe('{"broken"');
    server.fail('/nen/speech.js', 503);
    expect((await fetch(address)).status).toBe(503);
    server.fail('/nen/speech.js');
    await expect(fetch(address)).rejects.toThrow();
    server.restore();
    server.delay('/nen/speech.js', 60_000);
    await expect(fetch(address, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
    server.restore();
    expect((await fetch(address)).status).toBe(200);
  });
});

function events(page: Page): Promise<string[]> {
  return page.locator('#events li').allTextContents();
}
