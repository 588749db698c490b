import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleLinks, choose, eventually, load, newPage, openFile } from './journeys/app.ts';
import { hiddenFocus, withMeasures } from './journeys/measures.ts';
import { colours, contrast, pixelsOf } from './journeys/pixels.ts';
import type { Clip, Pixels } from './journeys/pixels.ts';
import { litText, playerOf } from './journeys/player.ts';
import { readThrough } from './journeys/screen-reader.ts';
import { openBrowser, rig } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const own = `<!doctype html><title>Fjala që mbeti</title>
<article><h1>Fjala që mbeti</h1>
<p>Gjyshja na tha një fjalë që e kishte dëgjuar në anije, kur ishte ende vajzë e vogël dhe udhëtonte me të atin drejt një
qyteti të largët, ku askush nuk e priste dhe ku të gjitha rrugët dukeshin njësoj.</p>
<p>Ajo e shqiptonte ngadalë: <span lang="it">buonasera a tutti quanti</span>. Pastaj qeshte dhe mbyllte dritaren, sepse
mbrëmja kishte ardhur dhe era e detit hynte deri te vatra, ku uji i çajit vlonte prej kohësh.</p>
<p>Ne e mësuam fjalën dhe ua thamë fëmijëve tanë, që tani ua thonë të tyreve, pa e ditur më prej nga ka ardhur.</p></article>`;

let browser: RigBrowser;
let page: Page;
let article: string;

beforeAll(async () => {
  browser = await openBrowser({ reducedMotion: 'reduce' });
  page = await newPage(browser);
  await withMeasures(page);
});

afterAll(() => browser.close());

const playing = () => page.evaluate(() => navigator.mediaSession.playbackState);

it('from the first opening, an article is heard after one tap', async () => {
  await load(page, rig.app);
  await page.getByRole('button', { name: /^Dëgjo të gjitha/ }).click();
  await eventually(playing).toBe('playing');
  await playerOf(page).stop.click();
});

it('a passage in another language says which, so that a screen reader changes its voice', async () => {
  await page.goto(`${rig.app}#/shto`);
  await openFile(page, { name: 'fjala.html', mimeType: 'text/html', buffer: Buffer.from(own) });
  await page.locator('degjo-article-text article').waitFor();
  article = page.url();
  expect(await page.locator('degjo-article-text [lang=it]').innerText()).toBe('buonasera a tutti quanti');
  expect(await page.locator('degjo-article-text article').getAttribute('lang')).toBe('sq');
});

describe('read through by a virtual screen reader', () => {
  let told: Page;
  /** A control or a picture that is only called what it is. */
  const nameless = /^(?:button|link|textbox|checkbox|radio|slider|switch|combobox|searchbox|img|image|region|dialog)$/;

  beforeAll(async () => {
    told = await newPage(browser);
  });
  afterAll(() => told.close());

  it('the list says what can be done, then the articles under their sources', async () => {
    await load(told, rig.app);
    await articleLinks(told).nth(9).waitFor();
    const phrases = await readThrough(told);
    const at = (pattern: RegExp) => phrases.findIndex((phrase) => pattern.test(phrase));
    const order = [
      /^heading, Dëgjo, level 1/,
      /^link, Shto artikull/,
      /^button, Dëgjo të gjitha/,
      /^heading, Botim prove, level 2/,
      /^link, .*Kinemaja/,
    ].map(at);
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(phrases.filter((phrase) => nameless.test(phrase))).toEqual([]);
  });

  it('an article is its headline and its text in order, and the player after it', async () => {
    await load(told, article);
    await told.locator('degjo-article-text h1').waitFor();
    await told.locator('degjo-player-bar .start').waitFor();
    const phrases = await readThrough(told);
    const said = phrases.join('\n');
    const order = ['level 1', 'Gjyshja na tha', 'buonasera', 'Ne e mësuam', 'region, Luajtësi', 'button, Dëgjo'];
    const places = order.map((words) => said.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(phrases.filter((phrase) => nameless.test(phrase))).toEqual([]);
  });

  it('the settings are links that say what they are for', async () => {
    await load(told, `${rig.app}#/cilesimet`);
    await told.locator('degjo-settings-page input').first().waitFor();
    const phrases = await readThrough(told);
    expect(phrases).toContainEqual(expect.stringMatching(/^link, Leximi/));
    expect(phrases.filter((phrase) => /^radio, /.test(phrase)).length).toBeGreaterThan(5);
    expect(phrases.filter((phrase) => nameless.test(phrase))).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  /** What has the focus, as it is called. */
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      const name = label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      return name.trim().replace(/\s+/g, ' ');
    });

  /** Presses Tab until this has the focus. Wherever the focus comes on the way, it is seen, and nothing hides it. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let press = 0; press < 90; press++) {
      await page.keyboard.press('Tab');
      expect(await hiddenFocus(page)).toBeNull();
      if (name.test(await focused())) return;
    }
    throw new Error(`no Tab leads to ${name.source}`);
  }

  it('an article is found and heard, paused, heard on, and made faster', async () => {
    await load(page, rig.app);
    await articleLinks(page).nth(9).waitFor();
    await tabTo(/Kinemaja/);
    await page.keyboard.press('Enter');
    // The headline has the focus, so that a screen reader says where one has come to.
    await eventually(focused).toMatch(/^Kinemaja ku/);
    await tabTo(/^Dëgjo$/);
    await page.keyboard.press('Enter');
    await eventually(playing).toBe('playing');
    // The button that was pressed has gone; the focus has not gone with it.
    await eventually(focused).toBe('Pauzë');
    await page.keyboard.press('Space');
    await eventually(playing).toBe('paused');
    expect(await focused()).toBe('Vazhdo');
    await page.keyboard.press('Space');
    await eventually(playing).toBe('playing');
    const lit = await litText(page);
    await tabTo(/^Fjalia tjetër$/);
    await page.keyboard.press('Enter');
    await eventually(() => litText(page)).not.toBe(lit);
    await tabTo(/^Më shpejt/);
    await page.keyboard.press('Enter');
    await eventually(focused).toBe('Më shpejt (tani 1,1×)');
  });

  it('the slider of time keeps still while it has the focus, and an arrow goes on from where the voice is', async () => {
    await tabTo(/^Koha$/);
    const slider = page.getByRole('slider');
    const valueText = () => slider.getAttribute('aria-valuetext');
    const elapsed = async () => Number((await page.locator('degjo-time-bar .elapsed').innerText()).replace(/^.*:/, ''));
    const [told, place] = [await valueText(), Number(await slider.inputValue())];
    await eventually(elapsed).toBeGreaterThan(place + 2);
    expect(await valueText()).toBe(told);
    await page.keyboard.press('ArrowRight');
    expect(Number(await slider.inputValue())).toBeGreaterThan(place + 2);
    expect(await valueText()).not.toBe(told);
  });

  it('goes to the sleep timer and comes back to where it was', async () => {
    await tabTo(/^Gjumi/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Kur të ndalet leximi?' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(focused).toMatch(/^Gjumi/);
    // Escape closed the dialog, and not the voice.
    expect(await playing()).toBe('playing');
  });

  it('passes everything of an article and of the list while the player stands over them', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('degjo-reader-page h1').click();
    await tabTo(/^Ruaj fjalinë/);
    await tabTo(/^Lajmet$/);
    await page.keyboard.press('Enter');
    await articleLinks(page).nth(9).waitFor();
    await tabTo(/^Cilësimet$/);
    await tabTo(/^Pauzë$/);
  });

  it('reaches the settings, changes one, and returns', async () => {
    await page.keyboard.press('Escape');
    await eventually(() => playerOf(page).bar.count()).toBe(0);
    await tabTo(/^Cilësimet$/);
    await page.keyboard.press('Enter');
    await eventually(focused).toBe('Cilësimet');
    await tabTo(/^Pamja e tekstit/);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Si pajisja' }).waitFor();
    await eventually(focused).toBe('Pamja e tekstit');
    await tabTo(/^Si pajisja$/);
    await page.keyboard.press('ArrowDown');
    await eventually(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
    await page.keyboard.press('ArrowUp');
    await tabTo(/^Lajmet$/);
    await page.keyboard.press('Enter');
    await articleLinks(page).first().waitFor();
  });
});

describe('by the tree of a screen reader alone', () => {
  interface Node {
    readonly role: string;
    readonly name: string;
    readonly backendDOMNodeId: number;
    readonly states: Readonly<Record<string, unknown>>;
  }

  async function tree(): Promise<Node[]> {
    const devtools = await page.context().newCDPSession(page);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, backendDOMNodeId = 0, properties = [] }) => ({
        role: String(role?.value),
        name: String(name?.value ?? ''),
        backendDOMNodeId,
        states: Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
      }));
  }

  const find = async (role: string, name: RegExp) =>
    (await tree()).find((node) => node.role === role && name.test(node.name));

  /** Does what a double tap of a screen reader does. */
  async function activate(role: string, name: RegExp): Promise<void> {
    await eventually(() => find(role, name), `${role} ${name.source}`).toBeDefined();
    const node = await find(role, name);
    const devtools = await page.context().newCDPSession(page);
    const { object } = await devtools.send('DOM.resolveNode', { backendNodeId: node?.backendDOMNodeId ?? 0 });
    await devtools.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function () { this.click(); }',
      userGesture: true,
    });
    await devtools.detach();
  }

  it('is by landmarks and headings: one main part, and a first heading in it', async () => {
    await load(page, rig.app);
    await eventually(() => find('heading', /^Dëgjo$/)).toBeDefined();
    const nodes = await tree();
    expect(nodes.filter(({ role }) => role === 'main')).toHaveLength(1);
    expect(nodes.filter(({ role, states }) => role === 'heading' && states['level'] === 1)).toHaveLength(1);
    // What can be pressed and has no name is nothing to anybody.
    const operable = nodes.filter(({ role }) => /^(?:button|link|slider|textbox|searchbox|radio)$/.test(role));
    expect(operable.filter(({ name }) => name === '')).toEqual([]);
  });

  it('an article is opened and heard; while the voice speaks nothing is announced', async () => {
    await activate('link', /Kinemaja/);
    // The player comes with the article, and is at rest once that is there.
    await eventually(() => find('heading', /Kinemaja/)).toBeDefined();
    // It may have been heard before.
    await activate('button', /^(?:Dëgjo|Vazhdo te fjalia \d+)$/);
    await eventually(() => find('button', /^Pauzë$/)).toBeDefined();
    await page.evaluate(() => {
      const within = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
      const announced: string[] = [];
      Object.assign(window, { announced });
      for (const region of within(document).filter((one) => one.matches('[role=status], [role=alert], [aria-live]'))) {
        new MutationObserver(() => announced.push(region.textContent)).observe(region, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      }
    });
    const first = await litText(page);
    await activate('button', /^Fjalia tjetër$/);
    await eventually(() => litText(page)).not.toBe(first);
    expect(await page.evaluate(() => Reflect.get(window, 'announced') as string[])).toEqual([]);
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/ nga /);
  });

  it('a dialog is all there is while it is open', async () => {
    await activate('button', /^Gjumi/);
    await eventually(() => find('dialog', /^Kur të ndalet leximi/)).toBeDefined();
    expect((await find('dialog', /^Kur/))?.states['modal']).toBe(true);
    expect(await find('button', /^Pauzë$/)).toBeUndefined();
    await activate('button', /^Mbyll$/);
    await activate('button', /^Ndal dhe mbyll$/);
    await eventually(playing).toBe('none');
  });
});

describe('colours as they are seen', () => {
  const boxOf = async (selector: string, margin: number): Promise<Clip> => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`not shown: ${selector}`);
    const [x, y] = [Math.max(0, Math.floor(box.x - margin)), Math.max(0, Math.floor(box.y - margin))];
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    return {
      x,
      y,
      width: Math.min(width - x, Math.ceil(box.width + 2 * margin)),
      height: Math.min(height - y, Math.ceil(box.height + 2 * margin)),
    };
  };

  /** Pixels that the focus changes to a colour of three times the contrast, in shares of what WCAG 2.4.13 asks. */
  async function focusShown(selector: string): Promise<number> {
    const clip = await boxOf(selector, 7);
    const before = await pixelsOf(page, clip);
    await page.locator(selector).first().focus();
    const after = await pixelsOf(page, clip);
    await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (element instanceof HTMLElement) element.blur();
    });
    const changed = before.filter((colour, at) => contrast(colour, after[at] ?? colour) >= 3).length;
    const { width, height } = (await page.locator(selector).first().boundingBox()) ?? { width: 0, height: 0 };
    return changed / (4 * (width + height));
  }

  async function expectFocus(): Promise<void> {
    // The focus is shown to whoever uses the keyboard.
    await page.keyboard.press('Shift');
    const selectors = ['.top nav a', 'degjo-player-bar .play'];
    for (const selector of selectors) {
      // Round as they are, their edge is shorter than that of the box around them.
      expect(await focusShown(selector), selector).toBeGreaterThanOrEqual(0.75);
    }
  }

  /** The first line of what is lit. */
  async function litLine(): Promise<Clip> {
    const box = await page.evaluate(() => {
      const range = [...(CSS.highlights.get('degjo-sentence') ?? [])][0];
      const line = range instanceof Range ? range.getClientRects()[0] : undefined;
      return line && { x: line.x, y: line.y, width: line.width, height: line.height };
    });
    if (!box) throw new Error('nothing is lit');
    return {
      x: Math.ceil(box.x),
      y: Math.ceil(box.y),
      width: Math.floor(box.width),
      height: Math.ceil(box.height) + 4,
    };
  }

  const margin = (y: number): Clip => ({ x: 0, y, width: 3, height: 3 });

  /** The colour that most of it has. */
  async function mostOf(clip: Clip): Promise<Pixels[number]> {
    const [most] = colours(await pixelsOf(page, clip));
    if (!most) throw new Error('nothing is seen');
    return most.colour;
  }

  /** Its letters, on a ground of its own; with a line under the whole of it, it does not depend on colour. */
  async function expectLit({ underlined }: { underlined: boolean }): Promise<void> {
    const clip = await litLine();
    // A change of colours is drawn with the next frame, or the one after it.
    const isOfItsOwn = async () => String(await mostOf(clip)) !== String(await mostOf(margin(clip.y)));
    await eventually(isOfItsOwn).toBe(true);
    const paper = await mostOf(margin(clip.y));
    const [ground, ...others] = colours(await pixelsOf(page, clip));
    if (!ground) throw new Error('nothing is seen');
    const contrasts = others.map(({ colour }) => contrast(colour, ground.colour));
    expect(Math.max(...contrasts)).toBeGreaterThanOrEqual(7);
    if (!underlined) return;
    const lines = others.filter(({ colour, count }) => count >= 1.5 * clip.width && contrast(colour, paper) >= 3);
    expect(lines).not.toEqual([]);
  }

  beforeAll(async () => {
    await load(page, article);
    await playerOf(page).listen.click();
    await page.waitForFunction(() => CSS.highlights.has('degjo-sentence'));
    await playerOf(page).pause.click();
    await playerOf(page).resume.waitFor();
  });

  it.each(['light', 'dark', 'sepia', 'contrast'] as const)('%s: what is lit, and what has the focus', async (theme) => {
    await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
    await expectLit({ underlined: true });
    await expectFocus();
  });

  it('the system’s own, forced upon every page', async () => {
    await page.evaluate(() => delete document.documentElement.dataset['theme']);
    await page.emulateMedia({ forcedColors: 'active' });
    await expectLit({ underlined: false });
    await expectFocus();
    // Each button has an edge, since its ground is as every other.
    const edges = await page
      .locator('degjo-player-bar button')
      .evaluateAll((buttons) =>
        buttons.map((button) => getComputedStyle(button)).filter(({ borderTopWidth }) => borderTopWidth === '0px'),
      );
    expect(edges).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
  });
});

it('under reduced motion nothing moves by itself, and the page jumps along', async () => {
  await choose(page, { look: { size: 3 } });
  await playerOf(page).bar.locator('.start').click();
  await playerOf(page).pause.waitFor();
  await page.evaluate(() => {
    const places = new Set<number>();
    Object.assign(window, { places });
    addEventListener('scroll', () => places.add(scrollY));
  });
  const top = await page.evaluate(() => scrollY);
  for (let sentence = 0; sentence < 3; sentence++) {
    const lit = await litText(page);
    await playerOf(page).next.click();
    await eventually(() => litText(page)).not.toBe(lit);
  }
  await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  // One place for each sentence at most: a smooth scroll would pass many.
  expect(await page.evaluate(() => (Reflect.get(window, 'places') as Set<number>).size)).toBeLessThanOrEqual(4);
  expect(
    await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running')),
  ).toEqual([]);
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
