import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAnyBrowser } from './journeys/any-browser.ts';
import type { AnyBrowser } from './journeys/any-browser.ts';
import { eventually } from './journeys/app.ts';
import { sampleEdition } from './journeys/feed.ts';
import {
  mediaKeys,
  openBrowser,
  openHideable,
  record,
  rig,
  startAppServer,
  startPlainServer,
  testedBrowsers,
} from './rig/index.ts';
import type { Recording } from './rig/index.ts';

const fixtures = fileURLToPath(new URL('rig/fixtures', import.meta.url));
let server: Awaited<ReturnType<typeof startAppServer>>;
let sound: Recording;

declare global {
  interface Window {
    /** The player of tone.html: it sounds from 0 to 10 and from 20 to 30 s. */
    audio?: HTMLAudioElement;
    /** Counts from when a test begins to count. */
    ticks?: number;
    drawn?: number;
  }
}

beforeAll(async () => {
  server = await startAppServer({ root: fixtures });
  sound = await record();
});

afterAll(async () => {
  await sound.stop();
  await server.close();
});

describe.each(testedBrowsers)('%s', (name) => {
  let browser: AnyBrowser;

  beforeAll(async () => {
    browser = await openAnyBrowser(name);
    await browser.goto(`${server.url}tone.html`);
  });

  afterAll(() => browser.close());

  const events = () => browser.texts('#events li');
  const time = () => browser.evaluate(() => window.audio?.currentTime ?? NaN);

  it('is small, and set to Albanian and to the time of Tirana', async () => {
    const [width, height, ...rest] = await browser.evaluate(
      () => [innerWidth, innerHeight, navigator.language, new Date(0).getTimezoneOffset()] as const,
    );
    expect(rest).toEqual(['sq-AL', -60]);
    expect(height).toBe(740);
    // The toolbar of WebKitGTK's browser wants its room.
    expect(width).toBeLessThanOrEqual(name === 'webkit' ? 480 : 360);
  });

  it('is heard from the press on, and no longer once it pauses', async () => {
    const pressed = Date.now();
    expect(sound.silentFor(100)).toBe(true);
    await browser.click('button', 'Luaj');
    const heard = await sound.waitForSound({ after: pressed });
    await eventually(time).toBeGreaterThan(0.3);
    await browser.click('button', 'Pauzë');
    const silent = await sound.waitForSilence(500);
    expect(sound.rms(heard + 50, heard + 150)).toBeGreaterThan(500);
    expect(sound.rms(silent)).toBe(0);
    expect(await events()).toEqual(['playing', 'pause']);
  });

  it('goes to another place in the sound', async () => {
    await browser.click('button', 'Te heshtja');
    await eventually(events).toContain('seeked');
    await browser.click('button', 'Luaj');
    await eventually(time).toBeGreaterThan(12.3);
    await sound.waitForSilence(300);
    await browser.click('button', 'Pauzë');
  });

  it('is on the lock screen, whose keys it obeys', async () => {
    await browser.click('button', 'Luaj');
    await eventually(() => mediaKeys.status()).toBe('Playing');
    expect(await mediaKeys.players()).toHaveLength(1);
    const shown = await mediaKeys.metadata();
    expect(shown?.length).toBe(30);
    // WebKitGTK shows no more than the length.
    if (name !== 'webkit') expect(shown).toMatchObject({ title: 'Një ton i gjatë', artist: 'Stoli i provës' });

    await mediaKeys.press('pause');
    await eventually(() => mediaKeys.status()).toBe('Paused');
    expect(await browser.evaluate(() => window.audio?.paused)).toBe(true);
    await mediaKeys.press('play');
    await eventually(() => browser.evaluate(() => window.audio?.paused)).toBe(false);
    await mediaKeys.press('next');
    await eventually(events).toContain('nexttrack');
    await mediaKeys.press('previous');
    await eventually(events).toContain('previoustrack');
    // WebKitGTK lets nobody choose a place.
    if (name !== 'webkit') {
      const asked = Date.now();
      await mediaKeys.seek(21);
      await eventually(time).toBeGreaterThan(20.9);
      await sound.waitForSound({ after: asked });
      await eventually(() => mediaKeys.position()).toBeGreaterThan(20.9);
    }
    await mediaKeys.press('pause');
    await sound.waitForSilence(300);
  });

  it('obeys a key of the keyboard', async () => {
    await browser.evaluate(() => {
      document.querySelector('tone-player')?.shadowRoot?.querySelector('button')?.focus();
    });
    // In WebKitGTK it still stands where there is nothing to hear.
    await browser.evaluate(() => {
      if (window.audio) window.audio.currentTime = 1;
    });
    await browser.press('Enter');
    await sound.waitForSound();
    await browser.press('Tab');
    await browser.press('Space');
    await sound.waitForSilence(300);
  });

  it('had no problem with any of this', async () => {
    expect(await browser.problems()).toEqual([]);
  });

  if (name === 'webkit') {
    it('has no Albanian voice', async () => {
      await browser.goto(`${server.url}speech.html`);
      await browser.click('button', 'Dëgjo');
      await eventually(events).toContain('no voice');
    });
  } else {
    it('has an Albanian voice, which is heard until it is cancelled', async () => {
      await browser.goto(`${server.url}speech.html`);
      await eventually(() => browser.evaluate(() => speechSynthesis.getVoices().length)).toBeGreaterThan(0);
      await browser.click('button', 'Dëgjo');
      await sound.waitForSound();
      await browser.click('button', 'Ndal');
      await sound.waitForSilence(1000);
      expect(await events()).toContain('start');
    });

    it('lets the app read with the voice of the system', async () => {
      await browser.goto(rig.app);
      await browser.click('link', /^Si ta përdorni Dëgjo/);
      await browser.click('button', 'Lexo me zërin e pajisjes');
      await browser.click('button', 'Dëgjo');
      await sound.waitForSound();
      // The embedded voice would light words, and show the time.
      expect(await browser.evaluate(() => speechSynthesis.speaking)).toBe(true);
      await browser.click('button', 'Ndal dhe mbyll');
      await sound.waitForSilence(1000);
      expect(await browser.problems()).toEqual([]);
    });
  }

  it('opens the list of the app and an article, which it can light up', async () => {
    const { items } = sampleEdition();
    const title = items[0]?.title.replace(/\s+/g, ' ') ?? '';
    await browser.goto(rig.app);
    await eventually(() => browser.names('link')).toEqual(
      expect.arrayContaining(items.map((item) => expect.stringContaining(item.title.replace(/\s+/g, ' ')) as string)),
    );
    await browser.click('link', new RegExp(`^${title}`));
    await eventually(() => browser.names('heading')).toContain(title);
    expect(await browser.evaluate(() => typeof CSS.highlights)).toBe('object');
    expect(await browser.problems()).toEqual([]);
  });

  it('tells of errors and of what would leave this machine', async () => {
    const plain = await startPlainServer({ root: fixtures });
    await browser.goto(`${plain.url}problems.html`);
    await eventually(async () => (await browser.problems()).join('\n')).toMatch(
      /request: http:\/\/example\.org\/elsewhere/,
    );
    await browser.evaluate(() => {
      console.error('said later');
    });
    await eventually(async () => (await browser.problems()).join('\n')).toContain('said later');
    expect(await browser.problems(/./)).toEqual([]);
    await plain.close();
  });
});

describe('a page behind another', () => {
  it('is heard and runs on without drawing, and stands still when it is frozen', async () => {
    const browser = await openHideable();
    const { page } = browser;
    await page.goto(`${server.url}tone.html`);
    await page.evaluate(() => {
      window.ticks = 0;
      window.drawn = 0;
      setInterval(() => (window.ticks = (window.ticks ?? 0) + 1), 100);
      const draw = () => {
        window.drawn = (window.drawn ?? 0) + 1;
        requestAnimationFrame(draw);
      };
      draw();
    });
    await page.getByRole('button', { name: 'Luaj' }).click();
    await sound.waitForSound();
    await browser.hide();
    const hidden = await counts(page);
    const from = Date.now();
    await eventually(async () => (await counts(page)).time).toBeGreaterThan(hidden.time + 1);
    expect(sound.rms(from)).toBeGreaterThan(500);
    expect((await counts(page)).drawn - hidden.drawn).toBeLessThan(5);
    expect(await mediaKeys.status()).toBe('Playing');

    await mediaKeys.press('pause');
    await sound.waitForSilence(300);
    await browser.freeze();
    const frozen = await counts(page);
    await page.waitForTimeout(500);
    expect(await counts(page)).toEqual(frozen);
    await browser.thaw();
    await browser.show();
    await eventually(async () => (await counts(page)).drawn).toBeGreaterThan(frozen.drawn + 5);
    await mediaKeys.press('play');
    await sound.waitForSound();
    expect(browser.problems()).toEqual([]);
    await browser.close();
  });

  const counts = (page: Page) =>
    page.evaluate(() => ({
      ticks: window.ticks ?? 0,
      drawn: window.drawn ?? 0,
      time: window.audio?.currentTime ?? 0,
    }));
});

describe('a machine without a sound device', () => {
  it('plays on without a word, and only the list of devices tells', async () => {
    const browser = await openBrowser({ deaf: true });
    const { page } = browser;
    await page.goto(`${server.url}tone.html`);
    const from = Date.now();
    await page.getByRole('button', { name: 'Luaj' }).click();
    await eventually(() => page.evaluate(() => window.audio?.currentTime)).toBeGreaterThan(1);
    expect(sound.rms(from)).toBe(0);
    expect(await page.locator('#events li').allTextContents()).toEqual(['playing']);
    expect(await outputs(page)).toBe(0);
    await browser.close();

    const other = await openBrowser();
    await other.page.goto(`${server.url}tone.html`);
    expect(await outputs(other.page)).toBeGreaterThan(0);
    await other.close();
  });

  const outputs = (page: Page) =>
    page.evaluate(
      async () => (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput').length,
    );
});
