import type { RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../src/cli/server/gateway.ts';
import { serve } from '../src/cli/server/listen.ts';
import type { RunningServer } from '../src/cli/server/listen.ts';
import { answerAsWikipedia } from '../src/articles/fixtures/wikipedia/api.ts';
import { startElsewhere } from '../src/gateway/fixtures/elsewhere.ts';
import type { Elsewhere } from '../src/gateway/fixtures/elsewhere.ts';
import { createGateway } from '../src/gateway/gateway.ts';
import { createGuardedClient } from '../src/gateway/guarded-client.ts';
import { eventually, headline, load, newPage, shownText, waitForWorker } from './journeys/app.ts';
import { openBrowser, rig, startPlainServer } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const sentences = [
  'Banorët thonë se ura është e vjetër dhe nuk mban më kamionë të mëdhenj.',
  'Bashkia premtoi se puna do të nisë në pranverë, kur uji të bjerë.',
  'Deri atëherë autobusët do të kalojnë nga rruga e fushës, dhjetë minuta më larg.',
];
const story = [...sentences, ...sentences].map((sentence) => `<p>${sentence} ${sentences.join(' ')}</p>`).join('');
const newsPage = `<!doctype html><html lang="sq"><head><title>Ura - Gazeta</title></head><body>
  <nav><a href="/">Kreu</a><a href="/sport">Sport</a></nav>
  <article><h1>Ura mbyllet për kamionët</h1>${story}<script>document.title = 'x'</script></article></body></html>`;

const answer: RequestListener = ({ url = '' }, response) => {
  const text = url === '/ura' ? newsPage : '<!doctype html><title>Kyçu</title><p>Hyni me llogari.</p>';
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
};

let elsewhere: Elsewhere;
let browser: RigBrowser;
let app: RunningServer;
let page: Page;

beforeAll(async () => {
  elsewhere = await startElsewhere({ 'gazeta.example': { answer } });
  const client = createGuardedClient({ hop: elsewhere.hop });
  const gateway = createGateway({ client, hosts: ['127.0.0.1'], clientOf: (context) => clientOf(context, 0) });
  app = await serve({ root: rig.dist, port: 0, host: '127.0.0.1', gateway });
  browser = await openBrowser();
  page = await newPage(browser);
  await load(page, app.url);
  await waitForWorker(page);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await elsewhere.close();
});

async function paste(text: string): Promise<void> {
  await load(page, `${app.url}#/shto`);
  await page.getByLabel('Ngjitni këtu tekstin ose adresën e një faqeje').fill(text);
  await page.getByRole('button', { name: 'Hap artikullin' }).click();
}

describe('the address of a page', () => {
  it('becomes its article, with its source, and without what stands around it', async () => {
    await paste('http://gazeta.example/ura');
    await headline(page).getByText('Ura mbyllet për kamionët').waitFor();
    expect(await shownText(page)).toContain(sentences[0]);
    expect(await shownText(page)).not.toContain('Sport');
    await page.getByText('gazeta.example').first().waitFor();
    expect(await page.title()).not.toBe('x');
  });

  it('of a page with too little text is told at the field, and nothing is kept', async () => {
    await paste('http://gazeta.example/hyrja');
    await page.getByText('Në këtë faqe nuk u gjet artikull').waitFor();
    await load(page, app.url);
    await page.getByRole('heading', { name: 'Artikujt e mi' }).waitFor();
    expect(await page.locator('degjo-article-list').first().getByRole('listitem').count()).toBe(1);
  });
});

/** As the system does it for another app: a form that is sent to the app. */
async function share(fields: Readonly<Record<string, string>>, file?: { name: string; text: string }): Promise<void> {
  await load(page, app.url);
  await page.evaluate(
    ({ fields, file }) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', enctype: 'multipart/form-data', action: '/share', hidden: true });
      for (const [name, value] of Object.entries(fields)) {
        form.append(Object.assign(document.createElement('input'), { name, value }));
      }
      if (file) {
        const transfer = new DataTransfer();
        transfer.items.add(new File([file.text], file.name, { type: 'text/plain' }));
        const input = Object.assign(document.createElement('input'), { type: 'file', name: 'files' });
        input.files = transfer.files;
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    },
    { fields, file },
  );
}

describe('what another app shares', () => {
  it('as a text opens as an article', async () => {
    await share({ title: 'Moti', text: 'Nesër bie shi në Shkodër. Merrni çadrën.' });
    await eventually(() => shownText(page)).toContain('Nesër bie shi në Shkodër.');
    expect(new URL(page.url()).search).toBe('');
  });

  it('as an address inside a text opens the page', async () => {
    await share({ text: 'Shihe këtë: http://gazeta.example/ura' });
    await headline(page).getByText('Ura mbyllet për kamionët').waitFor();
  });

  it('as a file opens it', async () => {
    await share({}, { name: 'letra.txt', text: 'Gjyshja shkruan nga Korça.' });
    await eventually(() => shownText(page)).toContain('Gjyshja shkruan nga Korça.');
  });

  it('and cannot be opened waits at «Shto artikull» until it is thrown away', async () => {
    await share({ url: 'http://gazeta.example/hyrja' });
    await page.getByText('Në këtë faqe nuk u gjet artikull').waitFor();
    await load(page, `${app.url}#/shto`);
    await page.getByRole('button', { name: 'Hiqe: http://gazeta.example/hyrja' }).click();
    await load(page, `${app.url}#/shto`);
    await page.getByRole('heading', { name: 'Shto artikull' }).waitFor();
    await eventually(() => page.getByText('Ju ka ardhur').count()).toBe(0);
  });
});

it('a link to the app with a text leads to it, and opens nothing unasked', async () => {
  await load(page, `${app.url}?text=${encodeURIComponent('Lajm i shkurtër. Mbaroi.')}`);
  await page.getByRole('button', { name: /^Hape: / }).click();
  await eventually(() => shownText(page)).toContain('Lajm i shkurtër.');
});

it('Wikipedia is asked when the listener asks, and its article is read with its licence', async () => {
  const asked: string[] = [];
  // Answered in the browser, as the API does: nothing leaves this machine.
  await page.route('https://sq.wikipedia.org/**', (route) => {
    const { searchParams } = new URL(route.request().url());
    asked.push(searchParams.get('action') ?? '');
    return route.fulfill({
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
      body: JSON.stringify(answerAsWikipedia(searchParams)),
    });
  });
  await load(page, `${app.url}#/shto`);
  await page.getByRole('link', { name: 'Wikipedia' }).click();
  await page.getByLabel('Çfarë kërkoni?').fill('ura');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Kërko', exact: true }).click();
  await page.getByRole('button', { name: /^Ura e Gurit/ }).click();
  await headline(page).getByText('Ura e Gurit').waitFor();
  expect(await shownText(page)).toContain('një urë mbi Lumin e Kaltër');
  expect(await shownText(page)).toContain('CC BY-SA');
  expect(await shownText(page)).not.toContain('[1]');
  await page.unroute('https://sq.wikipedia.org/**');
});

it('the bookmark hands over the page that it is pressed on, without any server', async () => {
  await load(page, `${app.url}#/nga-faqe`);
  const code = await page.getByRole('link', { name: 'Te Dëgjo' }).getAttribute('href');
  const site = await startPlainServer({ root: new URL('.', import.meta.url).pathname });
  const other = await browser.context.newPage();
  await other.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: newsPage }));
  await other.goto(site.url);
  const opening = browser.context.waitForEvent('page');
  const asked = elsewhere.requests.length;
  await other.evaluate(decodeURIComponent((code ?? '').replace('javascript:', '')));
  const opened = await opening;
  await opened.getByRole('button', { name: /^Hape: / }).click();
  await headline(opened).getByText('Ura mbyllet për kamionët').waitFor();
  expect(await shownText(opened)).toContain(sentences[2]);
  expect(elsewhere.requests.length).toBe(asked);
  await opened.close();
  await other.close();
  await site.close();
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems(/gateway\?url=/, /sq\.wikipedia\.org/)).toEqual([]);
});
