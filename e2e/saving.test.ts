import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseBuffer } from 'music-metadata';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, choose, eventually, load, newPage, waitForWorker } from './journeys/app.ts';
import { chosenFiles, savingOf, withoutPicker, withPicker } from './journeys/saving.ts';
import { library } from './journeys/texts.ts';
import { openBrowser, rig, startAppServer } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const title = 'Çmimi i rrushit bie përsëri';
const text = [
  title,
  'Çmimi i rrushit ra edhe këtë javë në tregun e fshatit. Shitësit thonë se vjelja ishte e mbarë.',
  'Në Çukë u vol rrushi i fundit, dhe vera e re pritet në nëntor. Kush do ta provojë, le të vijë të dielën.',
].join('\n\n');
const lexicon = 'Çukë = Çuka e madhe';
/** More than is recorded before somebody cancels. */
const book = `${library.text}\n\n`.repeat(40);

const folder = mkdtempSync(join(tmpdir(), 'degjo-saving-'));
let app: Awaited<ReturnType<typeof startAppServer>>;
let browser: RigBrowser;
let page: Page;

beforeAll(async () => {
  app = await startAppServer({ root: rig.dist });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.close();
  rmSync(folder, { recursive: true });
});

/** A fresh page with an article on it. */
async function openWith(prepare: (page: Page) => Promise<void>, article: string): Promise<void> {
  page = await newPage(browser);
  await prepare(page);
  await load(page, app.url);
  await waitForWorker(page);
  await addText(page, article);
}

/** The file that the dialog gives the browser to download. */
async function downloaded(kind: 'MP3' | 'WAV'): Promise<Buffer> {
  const saving = savingOf(page);
  await saving.open.click();
  await saving.kind(kind).check();
  const coming = page.waitForEvent('download');
  await saving.button('Ruaj').click();
  const download = await coming;
  const name = `Cmimi-i-rrushit-bie-perseri.${kind.toLowerCase()}`;
  expect(download.suggestedFilename()).toBe(name);
  await eventually(() => saving.status.innerText()).toBe(`Skedari shkoi te shkarkimet e shfletuesit: ${name}`);
  return readFileSync(await download.path());
}

describe('an article is saved', () => {
  let wav: Buffer;

  it('as a WAV file that says what `degjo speak` says in the same voice, speed and words', async () => {
    await openWith(withoutPicker, text);
    // A voice without breath: breath is chance, and never twice the same.
    await choose(page, { rate: 1.5, pitch: 1.2, voice: 'espeak:steph', lexicon });
    wav = await downloaded('WAV');
    expect(wav.equals(spoken('.wav', '--rate', '1.5', '--pitch', '1.2', '--voice', 'steph'))).toBe(true);
    const again = page.waitForEvent('download');
    await savingOf(page).dialog.getByRole('link', { name: 'Shkarkoje përsëri' }).click();
    expect(readFileSync(await (await again).path()).equals(wav)).toBe(true);
  });

  it('as an MP3 file that sounds the same, without a network, once the voice has been here', async () => {
    await eventually(() => keptVoice()).toEqual(voiceFiles());
    await app.close();
    await page.reload();
    const mp3 = await downloaded('MP3');
    for (const file of [mp3, wav]) {
      const { common, format } = await parseBuffer(file, undefined, { duration: true });
      expect(common).toMatchObject({ title, album: 'Dëgjo', language: 'sqi' });
      // 14.5 characters a second at speed 1.
      expect(format.duration).toBeGreaterThan(text.length / 14.5 / 1.5 / 1.3);
      expect(format.duration).toBeLessThan((text.length / 14.5 / 1.5) * 1.3);
    }
    const { seconds, peak, likeness } = await heard(mp3, wav);
    expect(seconds[0]).toBeCloseTo(seconds[1] ?? 0, 0);
    expect(peak).toBeGreaterThan(0.2);
    expect(peak).toBeLessThan(1);
    expect(likeness).toBeGreaterThan(0.95);
    await page.close();
    app = await startAppServer({ root: rig.dist, port: Number(new URL(app.url).port) });
  });

  it('where the listener chose, by the keyboard alone, and the focus comes back', async () => {
    await openWith(withPicker, text);
    const saving = savingOf(page);
    await saving.open.focus();
    await page.keyboard.press('Enter');
    await eventually(() => focusedText(saving.dialog.getByRole('group'))).toBe('mp3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => saving.status.innerText()).toBe('U ruajt: Cmimi-i-rrushit-bie-perseri.wav');
    const [file] = await chosenFiles(page);
    expect(file?.name).toBe('Cmimi-i-rrushit-bie-perseri.wav');
    expect(file?.size).toBe(wav.length);
    await eventually(() => focusedText(saving.dialog)).toBe('Mbyll');
    await page.keyboard.press('Enter');
    await saving.dialog.waitFor({ state: 'hidden' });
    expect(await saving.open.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.close();
  });
});

describe('nothing is left', () => {
  beforeAll(() => openWith(withPicker, book));

  it('after cancelling, by button or by Escape, and what was there stays as it was', async () => {
    const before = await chosenFiles(page);
    expect(before).toHaveLength(1);
    const saving = savingOf(page);
    await saving.open.click();
    await saving.button('Ruaj').click();
    await eventually(() => value(saving.progress)).toBeGreaterThan(0);
    expect(await saving.status.innerText()).toBe('Po ruhet…');
    await saving.button('Anulo').click();
    await eventually(() => saving.status.innerText()).toBe('Ruajtja u anulua. Nuk mbeti asnjë skedar.');
    await eventually(() => chosenFiles(page)).toEqual(before);
    await saving.button('Provo përsëri').click();
    await saving.button('Ruaj').click();
    await eventually(() => value(saving.progress)).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await saving.dialog.waitFor({ state: 'hidden' });
    await eventually(() => chosenFiles(page)).toEqual(before);
  });

  it('where there is no room, and the listener is told what to do', async () => {
    const devtools = await page.context().newCDPSession(page);
    const { origin } = new URL(app.url);
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 3_000_000 });
    expect(await refusal()).toContain('Nuk ka vend të lirë');
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  });

  it('where the disk refuses, and the listener is told', async () => {
    await page.evaluate(() => {
      const write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      Object.assign(FileSystemWritableFileStream.prototype, { write });
    });
    expect(await refusal()).toContain('ruajeni diku tjetër');
  });

  /** Saves as WAV in vain. @returns what the listener is told */
  async function refusal(): Promise<string> {
    const saving = savingOf(page);
    const before = await chosenFiles(page);
    await saving.open.click();
    await saving.kind('WAV').check();
    await saving.button('Ruaj').click();
    await eventually(() => saving.button('Provo përsëri').count()).toBe(1);
    const told = await saving.status.innerText();
    await saving.button('Mbyll').click();
    expect(await chosenFiles(page)).toEqual(before);
    return told;
  }
});

it('and nothing else was a problem for the browser', () => {
  expect(browser.problems(/Failed to load resource.*feed\.json/)).toEqual([]);
});

/** What the command line makes of the same text. */
function spoken(ending: string, ...args: string[]): Buffer {
  const [words, out] = [join(folder, 'fjalori.txt'), join(folder, `artikulli${ending}`)];
  writeFileSync(words, lexicon);
  const degjo = fileURLToPath(new URL('../src/cli/degjo.ts', import.meta.url));
  const command = ['--import', 'tsx', degjo, 'speak', '-', '-o', out, '--lexicon', words, ...args];
  execFileSync(process.execPath, command, { input: text });
  return readFileSync(out);
}

/** The files of the voice and of what saves it that are on this device. */
function keptVoice(): Promise<string[]> {
  return page.evaluate(async () => {
    const requests = await (await caches.open('voice')).keys();
    return requests.map(({ url }) => new URL(url).pathname.replace('/voice/', '')).sort();
  });
}

function voiceFiles(): string[] {
  const files = readdirSync(join(rig.dist, 'voice'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.\w+$/.test(file)).sort();
}

/** Two files as the browser plays them: how long, how loud the first, and how alike they are in the first seconds. */
function heard(one: Buffer, other: Buffer) {
  return page.evaluate(
    async (files) => {
      const sounds = await Promise.all(
        files.map(async (file) => {
          const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
          return new OfflineAudioContext(1, 1, 22_050).decodeAudioData(bytes.buffer);
        }),
      );
      const [first, second] = sounds.map((sound) => sound.getChannelData(0));
      if (!first || !second) throw new Error('nothing was decoded');
      const length = 60_000;
      // An encoder puts a little before the sound.
      const likenesses = Array.from({ length: 2500 }, (_, delay) => {
        let [both, one, other] = [0, 0, 0];
        for (let at = 0; at < length; at++) {
          const [a, b] = [first[at + delay] ?? 0, second[at] ?? 0];
          both += a * b;
          one += a * a;
          other += b * b;
        }
        return both / Math.sqrt(one * other);
      });
      return {
        seconds: sounds.map(({ duration }) => duration),
        peak: first.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
        likeness: Math.max(...likenesses),
      };
    },
    [one, other].map((file) => file.toString('base64')),
  );
}

function value(progress: Locator): Promise<number> {
  return progress.evaluate((bar) => (bar as HTMLProgressElement).value);
}

/** What the focused control is called, or stands for. */
function focusedText(within: Locator): Promise<string | undefined> {
  return within.evaluate((element) => {
    const focused = (element.getRootNode() as ShadowRoot).activeElement;
    return focused instanceof HTMLInputElement ? focused.value : focused?.textContent.trim();
  });
}
