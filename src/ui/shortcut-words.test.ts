import { describe, expect, it } from 'vitest';
import { actionOf, keyOf, usualKeys } from './shortcut-keys.ts';
import { actionWords, keyWords, objection, withKey } from './shortcut-words.ts';

const stroke = { key: ' ', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('a key', () => {
  it.each([
    [{}, 'Space'],
    [{ key: 'Enter', ctrlKey: true }, 'Control+Enter'],
    [{ key: 'Enter', metaKey: true }, 'Control+Enter'],
    [{ key: 'j' }, 'J'],
    [{ key: 'J', shiftKey: true }, 'Shift+J'],
    [{ key: 'ArrowUp', altKey: true, shiftKey: true }, 'Alt+Shift+ArrowUp'],
  ])('%j is called as aria-keyshortcuts calls it: %s', (held, name) => {
    expect(keyOf({ ...stroke, ...held })).toBe(name);
  });

  it('does what it usually does', () => {
    expect(actionOf('Space', { shortcuts: {} })).toBe('toggle');
    expect(actionOf('J', { shortcuts: {} })).toBeUndefined();
  });

  it('does what the listener wishes, and its old work no more', () => {
    const shortcuts = withKey({}, 'toggle', 'J');
    expect(actionOf('J', { shortcuts })).toBe('toggle');
    expect(actionOf('Space', { shortcuts })).toBeUndefined();
  });

  it('does nothing where it is turned off', () => {
    const shortcuts = withKey({}, 'stop', '');
    expect(actionOf('Escape', { shortcuts })).toBeUndefined();
    expect(actionOf('', { shortcuts: withKey(shortcuts, 'next', '') })).not.toBe('toggle');
  });

  it('that is the usual one again is not kept', () => {
    expect(withKey(withKey({}, 'stop', 'X'), 'stop', 'Escape')).toEqual({});
  });

  it('is called by its name', () => {
    expect(['Control+Enter', 'ArrowUp', '+', 'Shift++'].map(keyWords)).toEqual([
      'Ctrl + Enter',
      'Shigjeta lart',
      '+',
      'Shift + +',
    ]);
  });
});

describe('a new key', () => {
  it.each(['Tab', 'Enter', 'Shift+Tab', 'Control+T', 'Control+Shift+N', 'F5'])('%s is not for us', (key) => {
    expect(objection(key, 'next', {})).toBe('reserved');
  });

  it('that another action has is told, as it is now', () => {
    expect(objection('Escape', 'next', {})).toBe('stop');
    expect(objection('Escape', 'stop', {})).toBeUndefined();
    expect(objection('Escape', 'next', { stop: 'X' })).toBeUndefined();
    expect(objection('X', 'next', { stop: 'X' })).toBe('stop');
  });
});

it('each action has words', () => {
  expect(actionWords().map(([action]) => action)).toEqual(Object.keys(usualKeys));
});
