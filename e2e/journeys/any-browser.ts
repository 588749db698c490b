import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openDriver } from '../rig/index.ts';
import type { BrowserName, Key } from '../rig/index.ts';
import { eventually } from './app.ts';
import { installLookup } from './lookup.ts';
import type { Place } from './lookup.ts';

/** One page of one browser, with what all of them can do: for journeys that have to end alike everywhere. */
export interface AnyBrowser {
  readonly name: BrowserName;
  /** Goes to an address as one types it: always a load, never only a change behind the #. */
  goto(address: string): Promise<void>;
  /**
   * Calls a function in the page and awaits its promise. It sees nothing of the test but its arguments, which, like
   * the result, have to be JSON.
   */
  evaluate<Arguments extends unknown[], Result>(
    work: (...args: Arguments) => Result,
    ...args: Arguments
  ): Promise<Awaited<Result>>;
  /**
   * Waits for a control of this role and accessible name, scrolls to the first, and presses its middle once it stands
   * still and nothing covers it. Any white space is alike.
   */
  click(role: string, name: string | RegExp): Promise<void>;
  /** The accessible names of all that a listener finds under this role, in reading order. */
  names(role: string): Promise<string[]>;
  /** What each element of this selector shows. */
  texts(selector: string): Promise<string[]>;
  /** Presses a key on whatever has the focus. */
  press(key: Key): Promise<void>;
  /** As `RigBrowser.problems`; WebKitGTK tells them only from the load event on. */
  problems(...expected: readonly RegExp[]): Promise<string[]>;
  close(): Promise<void>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function openAnyBrowser(name: BrowserName): Promise<AnyBrowser> {
  const driver = await openDriver(name);
  const evaluate = async <Arguments extends unknown[], Result>(
    work: (...args: Arguments) => Result,
    ...args: Arguments
  ): Promise<Awaited<Result>> =>
    (await driver.evaluate(`(${work.toString()})(...${JSON.stringify(args)})`)) as Awaited<Result>;
  const prepare = async () => {
    if (await evaluate(() => window.lookup !== undefined)) return;
    await driver.evaluate(`(() => { ${axe} })()`);
    await evaluate(installLookup);
  };
  const names = async (role: string) => {
    await prepare();
    return evaluate((role) => window.lookup?.names(role) ?? [], role);
  };
  const place = async (role: string, wanted: string | RegExp) => {
    const name = (await names(role)).find((name) =>
      typeof wanted === 'string' ? name === folded(wanted) : wanted.test(name),
    );
    return name === undefined ? null : evaluate((role, name) => window.lookup?.place(role, name) ?? null, role, name);
  };
  return {
    name,
    evaluate,
    goto: async (address) => {
      await driver.goto('about:blank');
      await driver.goto(address);
    },
    click: async (role, wanted) => {
      let last: Place | null = null;
      const standsStill = async () => {
        const before = last;
        last = await place(role, wanted);
        return last !== null && last.x === before?.x && last.y === before.y ? last : null;
      };
      const { x, y } = await found(`${role} ${String(wanted)}`, standsStill);
      await driver.tap(x, y);
    },
    names,
    texts: async (selector) => {
      await prepare();
      return evaluate((selector) => window.lookup?.texts(selector) ?? [], selector);
    },
    press: (key) => driver.press(key),
    problems: async (...expected) =>
      (await driver.problems()).filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    close: () => driver.close(),
  };
}

/** Asks until there is an answer. */
async function found<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  const answers: T[] = [];
  await eventually(async () => {
    const answer = await ask();
    if (answer !== null) answers.push(answer);
    return answers.length;
  }, what).toBe(1);
  return answers[0] as T;
}

/** As axe gives accessible names: any white space is one plain space. */
function folded(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
