import { expect, it, vi } from 'vitest';
import { lazy } from './lazy.ts';

it('makes it once, and tries anew what failed', async () => {
  const make = vi.fn(() => Promise.resolve('zë')).mockRejectedValueOnce(new Error('offline'));
  const voice = lazy(make);
  await expect(voice()).rejects.toThrow('offline');
  expect(await Promise.all([voice(), voice()])).toEqual(['zë', 'zë']);
  expect(make).toHaveBeenCalledTimes(2);
});
