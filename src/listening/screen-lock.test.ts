import { beforeEach, expect, it, vi } from 'vitest';
import { ScreenLock, type ScreenLockSentinel } from './screen-lock.ts';

let needed: boolean;
let visible: boolean;
let page: EventTarget;
let sentinels: { released: boolean }[];
const request = vi.fn<() => Promise<ScreenLockSentinel>>();
const lock = () => new ScreenLock(() => needed, { request, page, isVisible: () => visible });
const held = () => sentinels.filter(({ released }) => !released).length;

beforeEach(() => {
  needed = true;
  visible = true;
  page = new EventTarget();
  sentinels = [];
  request.mockReset().mockImplementation(() => {
    const sentinel = {
      released: false,
      release: () => {
        sentinel.released = true;
        return Promise.resolve();
      },
    };
    sentinels.push(sentinel);
    return Promise.resolve(sentinel);
  });
});

it('holds the screen while it is needed, once, and lets go after it', async () => {
  const screen = lock();
  await Promise.all([screen.update(), screen.update()]);
  await screen.update();
  expect([request.mock.calls.length, held()]).toEqual([1, 1]);
  needed = false;
  await screen.update();
  expect(held()).toBe(0);
});

it('asks for nothing that is not needed', async () => {
  needed = false;
  await lock().update();
  expect(request).not.toHaveBeenCalled();
});

it('takes it again when the page comes back, for which the platform let it go', async () => {
  await lock().update();
  for (const sentinel of sentinels) sentinel.released = true;
  visible = false;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledOnce();
  visible = true;
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(held()).toBe(1));
});

it('lets go of what comes when it is needed no more', async () => {
  const screen = lock();
  const coming = screen.update();
  needed = false;
  await coming;
  expect([sentinels.length, held()]).toEqual([1, 0]);
});

it('bears a device that refuses, and asks again', async () => {
  request.mockRejectedValueOnce(new DOMException('low battery', 'NotAllowedError'));
  const screen = lock();
  await screen.update();
  expect(held()).toBe(0);
  await screen.update();
  expect(held()).toBe(1);
});

it('bears a browser that has no such thing', async () => {
  await expect(
    new ScreenLock(() => true, { request: undefined, page, isVisible: () => true }).update(),
  ).resolves.toBeUndefined();
});
