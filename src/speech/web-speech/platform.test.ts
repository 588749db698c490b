import { expect, test } from 'vitest';
import { browserPlatform } from './platform.ts';

const windowWith = (more: object): Window & typeof globalThis =>
  Object.assign(new EventTarget(), { navigator: { onLine: false }, setTimeout, clearTimeout }, more) as never;

test('a browser without speech has a platform without a synthesis', () => {
  expect(browserPlatform(windowWith({})).synthesis).toBeUndefined();
});

test("a browser's own pieces are handed over", async () => {
  const speechSynthesis = {};
  const window = windowWith({ speechSynthesis });
  const { synthesis, online, page, after } = browserPlatform(window);
  expect(synthesis).toBe(speechSynthesis);
  expect(online()).toBe(false);
  expect(page).toBe(window);
  const ran: string[] = [];
  after(0, () => ran.push('called off'))();
  await new Promise<void>((resolve) => void after(0, () => resolve(void ran.push('run'))));
  expect(ran).toEqual(['run']);
});
