import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleLinks, eventually, load, newPage, waitForWorker } from './journeys/app.ts';
import { playerOf } from './journeys/player.ts';
import { ownVoiceSpeaks } from './journeys/spoken.ts';
import { openBrowser, record, rig, startPlainServer } from './rig/index.ts';
import type { PlainServer, Recording, RigBrowser } from './rig/index.ts';

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
  readonly form_factor?: string;
  readonly label?: string;
}

interface Manifest {
  readonly icons: readonly Picture[];
  readonly screenshots: readonly Picture[];
  readonly [field: string]: unknown;
}

let browser: RigBrowser;
let page: Page;
/** How the name of a built script ends. */
const hashAndEnd = '12345678.js';

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

afterEach(() => page.close());

describe('installing', () => {
  let manifest: Manifest;

  beforeAll(async () => {
    manifest = (await (await fetch(`${rig.app}manifest.webmanifest`)).json()) as Manifest;
  });

  beforeEach(async () => {
    page = await newPage(browser);
    await load(page, rig.app);
  });

  it('Chromium finds nothing to object to', async () => {
    await waitForWorker(page);
    const devtools = await page.context().newCDPSession(page);
    const { errors, url } = await devtools.send('Page.getAppManifest');
    expect(url).toBe(`${rig.app}manifest.webmanifest`);
    expect(errors).toEqual([]);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
  });

  it('the manifest says what the app is, in Albanian', () => {
    expect(manifest).toMatchObject({
      id: '/',
      start_url: '/',
      scope: '/',
      lang: 'sq',
      short_name: 'Dëgjo',
      display: 'standalone',
    });
    for (const field of ['name', 'description', 'theme_color', 'background_color']) {
      expect(manifest[field], field).toMatch(/./);
    }
    expect(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    );
    expect(manifest.screenshots.map(({ form_factor }) => form_factor)).toEqual(
      expect.arrayContaining(['narrow', 'wide']),
    );
  });

  it('every icon and screenshot is there, in the size that it is said to have', async () => {
    for (const { src, sizes, type } of [...manifest.icons, ...manifest.screenshots]) {
      const response = await fetch(rig.app + src);
      expect(response.status, src).toBe(200);
      expect(response.headers.get('content-type'), src).toContain(type);
      if (type === 'image/png') expect(pngSize(Buffer.from(await response.arrayBuffer())), src).toBe(sizes);
    }
  });

  it('iOS finds its icon', async () => {
    const address = await page.evaluate(
      () => document.querySelector<HTMLLinkElement>('link[rel="apple-touch-icon"]')?.href ?? '',
    );
    expect(pngSize(Buffer.from(await (await fetch(address)).arrayBuffer()))).toBe('180x180');
  });

  it.each(['light', 'dark'] as const)(
    'the frame around it has the colour of the page when it is %s',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme });
      const [theme, background] = await page.evaluate(() => {
        const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
        const { content = '' } = metas.find(({ media }) => matchMedia(media).matches) ?? {};
        const probe = document.createElement('span');
        probe.style.color = content;
        document.body.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        return [color, getComputedStyle(document.documentElement).backgroundColor];
      });
      expect(theme).toBe(background);
    },
  );
});

describe('a new version', () => {
  let server: PlainServer;
  let sound: Recording;

  beforeAll(async () => (sound = await record()));
  afterAll(() => sound.stop());

  beforeEach(async () => {
    server = await startPlainServer({ root: rig.dist });
    page = await newPage(browser);
    await load(page, server.url);
    await articleLinks(page).first().waitFor();
    await waitForWorker(page);
  });

  // The page first: it may still be fetching the edition.
  afterEach(async () => {
    await page.close();
    await server.close();
  });

  const offer = () => page.getByText('Ka një version të ri të Dëgjos.');
  const take = () => page.getByRole('button', { name: 'Merre tani' });
  const version = () => page.evaluate(() => document.documentElement.dataset['version'] ?? 'old');

  /** The host has a page that is different in one attribute, and a worker that knows of it. */
  function publish(renew = (text: string) => text): void {
    const index = readFileSync(`${rig.dist}/index.html`, 'utf8').replace('<html ', '<html data-version="new" ');
    const worker = readFileSync(`${rig.dist}/service-worker.js`, 'utf8');
    const renewed = worker.replace(/"revision":"\w+"(?=,"url":"index\.html")/, '"revision":"0123456789abcdef"');
    expect(renewed).not.toBe(worker);
    for (const path of ['/', '/index.html']) server.replace(path, renew(index), 'text/html');
    server.replace('/service-worker.js', renew(renewed));
  }

  /** The host has a whole new build: its scripts have other names, the old ones are gone; the voice’s data is the same. */
  function publishBuild(): void {
    const scripts = ['assets', 'voice'].flatMap((folder) =>
      readdirSync(`${rig.dist}/${folder}`)
        .filter((name) => name.endsWith('.js'))
        .map((name) => ({
          path: `${folder}/${name}`,
          name,
          newName: `${name.slice(0, -hashAndEnd.length)}renewed1.js`,
        })),
    );
    const renew = (text: string) => scripts.reduce((all, { name, newName }) => all.replaceAll(name, newName), text);
    publish(renew);
    for (const { path } of scripts) {
      server.replace(`/${renew(path)}`, renew(readFileSync(`${rig.dist}/${path}`, 'utf8')));
      server.fail(`/${path}`, 404);
    }
  }

  const lookForIt = () =>
    page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });

  it('is offered, not forced, and taken on one tap', async () => {
    publish();
    await page.reload();
    await offer().waitFor();
    expect(await version()).toBe('old');
    await page.reload();
    await offer().waitFor();
    expect(await version()).toBe('old');
    await take().click();
    await eventually(() => version()).toBe('new');
    await articleLinks(page).first().waitFor();
    expect(await offer().count()).toBe(0);
  });

  it('is not offered while something is playing, only afterwards', async () => {
    await articleLinks(page).nth(1).click();
    await playerOf(page).listen.click();
    await sound.waitForSound();
    publish();
    await lookForIt();
    await eventually(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe(
      'installed',
    );
    const { length } = server.requests;
    await sound.waitForSound();
    expect(await offer().count()).toBe(0);
    expect(server.requests).toHaveLength(length);

    await playerOf(page).pause.click();
    await offer().waitFor();
    await playerOf(page).resume.click();
    await eventually(() => offer().count()).toBe(0);
    await playerOf(page).stop.click();
    await take().click();
    await eventually(() => version()).toBe('new');
  });

  it('is not taken while another window plays, which is left alone', async () => {
    const other = await newPage(browser);
    await load(other, server.url);
    await articleLinks(other).nth(1).click();
    await playerOf(other).listen.click();
    await sound.waitForSound();
    // This one says so, until it was read.
    await page.getByRole('button', { name: 'Mbyll njoftimin' }).click();
    publish();
    await lookForIt();
    await take().click();
    await page.getByText('Dëgjo po lexon në një dritare tjetër.').waitFor();
    expect(await version()).toBe('old');
    await sound.waitForSound();
    await playerOf(other).stop.click();
    await other.close();
  });

  it('keeps the voice: of a whole new build only its script comes, and it is heard without a network', async () => {
    await articleLinks(page).nth(1).click();
    await playerOf(page).listen.click();
    await sound.waitForSound();
    await playerOf(page).stop.click();
    await sound.waitForSilence(300);
    const voice = () => server.requests.filter((path) => path.startsWith('/voice/'));
    const { length } = voice();
    expect(length).toBeGreaterThan(0);

    publishBuild();
    await lookForIt();
    await take().click();
    await eventually(() => version()).toBe('new');
    expect(voice().slice(length)).toEqual(['/voice/worker-renewed1.js']);
    await browser.context.setOffline(true);
    try {
      await page.reload();
      const pressed = Date.now();
      await playerOf(page)
        .bar.getByRole('button', { name: /^Dëgjo$|^Vazhdo te/ })
        .click();
      await sound.waitForSound({ after: pressed });
      await eventually(() => ownVoiceSpeaks(page)).toBe(true);
      await playerOf(page).stop.click();
      expect(voice()).toHaveLength(length + 1);
    } finally {
      await browser.context.setOffline(false);
    }
  });

  it('can wait: closed, it is taken when the app is opened next', async () => {
    publish();
    await lookForIt();
    await offer().waitFor();
    await page.getByRole('button', { name: 'Mbyll njoftimin' }).click();
    await eventually(() => offer().count()).toBe(0);
    expect(await version()).toBe('old');
    await page.close();
    page = await newPage(browser);
    await eventually(async () => {
      await load(page, server.url);
      return version();
    }).toBe('new');
  });
});

it('nothing of this was a problem for the browser', async () => {
  page = await newPage(browser);
  // The edition, asked for while there was no network.
  expect(browser.problems(/ERR_FAILED .*editions\/mostra/)).toEqual([]);
});

/** Width and height as a PNG says them at its beginning. */
function pngSize(png: Buffer): string {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return `${String(png.readUInt32BE(16))}x${String(png.readUInt32BE(20))}`;
}
