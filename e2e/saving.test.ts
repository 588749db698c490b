import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import { parseBuffer } from 'music-metadata';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { voicePack } from '../scripts/voice-pack.ts';
import { workers } from '../scripts/workers.ts';
import { eventually } from './journeys/app.ts';
import { library } from './journeys/texts.ts';
import { openBrowser, startAppServer } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** More than is recorded before somebody cancels. */
const book = `${library.text}\n\n`.repeat(200);

const dist = mkdtempSync(join(tmpdir(), 'degjo-saving-'));
let server: Awaited<ReturnType<typeof startAppServer>>;
let browser: RigBrowser;
let page: Page;

beforeAll(async () => {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('pages/saving', import.meta.url)),
    logLevel: 'error',
    plugins: voicePack.plugins,
    worker: workers,
    build: { outDir: dist, emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  });
  server = await startAppServer({ root: dist });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(dist, { recursive: true });
});

const dialog = () => page.getByRole('dialog', { name: 'Ruaj si audio' });
const press = (name: string) => dialog().getByRole('button', { name, exact: true }).last().click();
const progress = () =>
  dialog()
    .getByRole('progressbar')
    .evaluate((bar) => (bar as HTMLProgressElement).value);
const status = () => dialog().getByRole('status');

async function open(text: string): Promise<void> {
  page = await browser.context.newPage();
  page.setDefaultTimeout(20_000);
  await page.addInitScript({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8') });
  await page.goto(server.url);
  await page.evaluate((given) => window.readText(given), text);
}

/** A browser that cannot write where the listener wishes: Firefox, Safari, phones. */
async function withoutPicker(): Promise<void> {
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
}

/** The listener chooses a place; it lies in the browser's own file system, which writes as the real one does. */
async function withPicker(): Promise<void> {
  await page.evaluate(() => {
    const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    Object.assign(window, { showSaveFilePicker });
  });
}

/** The files in that place. */
function files(): Promise<{ name: string; size: number }[]> {
  return page.evaluate(async () => {
    const found: { name: string; size: number }[] = [];
    // TypeScript's DOM library knows no iteration of it.
    const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, FileSystemFileHandle]>;
    for await (const [name, handle] of folder) found.push({ name, size: (await handle.getFile()).size });
    return found;
  });
}

describe('an article is saved', () => {
  it.each(['MP3', 'WAV'])('as a download, where a page cannot write files: %s', async (kind) => {
    await open(library.text);
    await withoutPicker();
    await page.getByRole('button', { name: 'Hap' }).click();
    await dialog().getByRole('radio', { name: kind }).check();
    const coming = page.waitForEvent('download');
    await press('Ruaj');
    const download = await coming;
    const ending = kind.toLowerCase();
    expect(download.suggestedFilename()).toBe(`Biblioteka-e-lagjes-hapet-perseri.${ending}`);
    const { common, format } = await parseBuffer(readFileSync(await download.path()), undefined, { duration: true });
    expect(common).toMatchObject({ title: library.title, artist: 'Gazeta e çdo dite', language: 'sqi' });
    expect(format.duration).toBeGreaterThan(60);
    expect(format.duration).toBeLessThan(180);
    await eventually(() => status().innerText()).toContain(`U ruajt: ${download.suggestedFilename()}`);
    const again = page.waitForEvent('download');
    await dialog().getByRole('link', { name: 'Shkarkoje përsëri' }).click();
    expect((await again).suggestedFilename()).toBe(download.suggestedFilename());
    await page.close();
  });

  it('where the listener chose, by the keyboard alone, and the focus comes back', async () => {
    await open(library.text);
    await withPicker();
    await page.getByRole('button', { name: 'Hap' }).focus();
    await page.keyboard.press('Enter');
    await dialog().getByRole('radio', { name: 'MP3' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => status().innerText()).toContain('U ruajt');
    const [file] = await files();
    expect(file?.name).toBe('Biblioteka-e-lagjes-hapet-perseri.mp3');
    expect(file?.size).toBeGreaterThan(300_000);
    await eventually(() => focusedText(dialog())).toBe('Mbyll');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open');
    await page.close();
  });
});

describe('nothing is left', () => {
  beforeEach(() => open(book));

  it('after cancelling, and a file that was there stays as it was', async () => {
    await withPicker();
    const before = await files();
    await page.getByRole('button', { name: 'Hap' }).click();
    await press('Ruaj');
    await eventually(progress).toBeGreaterThan(0);
    expect(await status().innerText()).toBe('Po ruhet…');
    await press('Anulo');
    await eventually(() => status().innerText()).toContain('Nuk mbeti asnjë skedar');
    await eventually(files).toEqual(before);
    await page.evaluate(() => window.readText('Ura e re\n\nUra u hap sot.\n\n'.repeat(500)));
    await press('Provo përsëri');
    await press('Ruaj');
    await eventually(progress).toBeGreaterThan(0);
    await press('Anulo');
    await eventually(files).toEqual(before);
    await page.close();
  });

  it('where there is no room, and the listener is told so', async () => {
    await withPicker();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.url).origin, quotaSize: 3_000_000 });
    await page.getByRole('button', { name: 'Hap' }).click();
    await dialog().getByRole('radio', { name: 'WAV' }).check();
    await press('Ruaj');
    await eventually(() => status().innerText()).toContain('Nuk ka vend të lirë');
    expect((await files()).filter(({ name }) => name.endsWith('.wav'))).toEqual([]);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.url).origin });
    await page.close();
  });

  it('where what MP3 needs does not come; WAV does without', async () => {
    await withoutPicker();
    await page.route('**/voice/encoder/*.wasm', (route) => route.abort());
    await page.getByRole('button', { name: 'Hap' }).click();
    await press('Ruaj');
    await eventually(() => status().innerText()).toContain('zgjidhni WAV');
    await press('Provo përsëri');
    await dialog().getByRole('radio', { name: 'WAV' }).check();
    await press('Ruaj');
    await eventually(progress).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await page.close();
  });
});

it('every step of the dialog can be used by everybody', async () => {
  await open(book);
  await withPicker();
  await page.getByRole('button', { name: 'Hap' }).click();
  const findings = [await check()];
  expect(await smallTargets()).toEqual([]);
  await press('Ruaj');
  await dialog().getByRole('progressbar').waitFor();
  findings.push(await check());
  await press('Anulo');
  await eventually(() => status().innerText()).toContain('anulua');
  findings.push(await check());
  expect(findings).toEqual([[], [], []]);
  expect(await smallTargets()).toEqual([]);
  await page.close();
});

it('and nothing else was a problem for the browser', () => {
  expect(browser.problems(/voice\/encoder\/.*\.wasm/)).toEqual([]);
});

function check(): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations = [] } = (await window.axe?.run()) ?? {};
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

function smallTargets(): Promise<string[]> {
  return dialog()
    .locator('button, label, a')
    .evaluateAll((targets) =>
      targets.filter((target) => target.getBoundingClientRect().height < 48).map((target) => target.outerHTML),
    );
}

function focusedText(within: Locator): Promise<string | undefined> {
  return within.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement?.textContent.trim());
}
