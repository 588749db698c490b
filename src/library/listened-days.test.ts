import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Library } from './library.ts';
import { addListened, dayOf, forgetListened, listenedDays } from './listened-days.ts';

it('days add up, the latest first, and are forgotten on wish', async () => {
  const library = await Library.open('listened');
  expect(await listenedDays(library)).toEqual([]);
  await addListened(library, { day: '2026-11-24', seconds: 40 });
  expect(await addListened(library, { day: '2026-11-25', seconds: 30 })).toBe('kept');
  await addListened(library, { day: '2026-11-24', seconds: 20.5 });
  await library.keep((database) => database.put('listened', 'shumë' as never, '2026-11-23'));
  expect(await listenedDays(library)).toEqual([
    { day: '2026-11-25', seconds: 30 },
    { day: '2026-11-24', seconds: 60.5 },
  ]);
  await forgetListened(library);
  expect(await listenedDays(library)).toEqual([]);
});

it('a day is the listener’s own', () => {
  expect(dayOf(new Date(2026, 0, 5, 0, 1).getTime())).toBe('2026-01-05');
  expect(dayOf(new Date(2026, 11, 31, 23, 59).getTime())).toBe('2026-12-31');
});
