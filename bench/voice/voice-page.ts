import type { Page } from 'playwright-core';
import { launchBrowser, type RigBrowser } from '../../e2e/rig/browser.ts';
import type { SpeechOptions, Utterance } from '../../src/speech/engine.ts';
import type { Heard } from './page/page.ts';

/** What the benchmarks of the voice work with: a page with `window.voice`, see page/page.ts. */
export interface VoiceBench {
  /** The folder from `startSound()`. */
  readonly sound: string;
  /** The page's address. */
  readonly address: string;
}

export interface VoicePage {
  readonly page: Page;
  readonly browser: RigBrowser;
  /** The script that a press says. */
  readonly set: (script: readonly Utterance[], options?: Partial<SpeechOptions>) => Promise<void>;
  /** Has the first part made ahead, as the app does when an article is opened. */
  readonly prepare: () => Promise<void>;
  /** @returns the moment of the press, in milliseconds since 1970 */
  readonly press: () => Promise<number>;
  readonly stop: () => Promise<void>;
  /** Waits for a report of the engine. */
  readonly wait: (type: string, timeout: number) => Promise<void>;
  /** Every report so far. */
  readonly heard: () => Promise<Heard[]>;
}

/** Opens the page in a browser of its own, with the voice on the device. */
export async function openVoicePage({ sound, address }: VoiceBench, userDataDir?: string): Promise<VoicePage> {
  const browser = await launchBrowser({ sound, ...(userDataDir !== undefined && { userDataDir }) });
  const { page } = browser;
  await page.goto(address);
  await page.evaluate(() => window.voice.pack.fetchAhead());
  return {
    page,
    browser,
    set: (script, options = {}) =>
      page.evaluate(
        ([texts, changes]) => {
          window.voice.script = [...texts];
          window.voice.options = { rate: 1, pitch: 1, ...changes };
          window.voice.heard = [];
          window.voice.longestTask = 0;
        },
        [script, options] as const,
      ),
    prepare: async () => {
      await page.evaluate(() => window.voice.engine.prepare(window.voice.script, 0, window.voice.options));
      await page.waitForTimeout(1_000);
    },
    press: async () => {
      await page.click('#speak');
      return page.evaluate(() => window.voice.pressed);
    },
    stop: () => page.evaluate(() => window.voice.engine.stop()),
    wait: async (type, timeout) => {
      await page.waitForFunction((wanted) => window.voice.heard.some((report) => report.type === wanted), type, {
        timeout,
      });
    },
    heard: () => page.evaluate(() => window.voice.heard),
  };
}
