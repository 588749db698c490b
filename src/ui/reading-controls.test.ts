import { expect, it } from 'vitest';
import { isRead, parts, withPart, withValue } from './reading-controls.ts';

it('keeps only what is not as usual', () => {
  expect(withPart({}, 'captions', false)).toEqual({ leaveOut: ['captions'] });
  expect(withPart({ leaveOut: ['captions'] }, 'tables', false)).toEqual({ leaveOut: ['captions', 'tables'] });
  expect(withPart({ leaveOut: ['captions'] }, 'captions', true)).toEqual({});
  expect(withPart({}, 'byline', true)).toEqual({ readToo: ['byline'] });
  expect(withPart({ readToo: ['byline'] }, 'byline', false)).toEqual({});
  expect(withValue({ pause: 2 }, 'pauseAfter', 'paragraph')).toEqual({ pause: 2, pauseAfter: 'paragraph' });
  expect(withValue({ pause: 2 }, 'pause', undefined)).toEqual({});
});

it('as usual reads everything but the author and the numbers of notes', () => {
  const silent = parts()
    .map(([part]) => part)
    .filter((part) => !isRead({}, part));
  expect(silent).toEqual(['byline', 'notes']);
});

it.each(parts())('%s is read or not, as it is wished', (part) => {
  for (const read of [true, false]) expect(isRead(withPart({}, part, read), part)).toBe(read);
});
