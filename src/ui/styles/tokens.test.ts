import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').replace(/\/\*.*?\*\//gs, '');

type Tokens = Readonly<Record<string, string>>;

/** The custom properties of the first rule whose selector ends so, inside the media query or outside. */
function rule(selector: string, dark = false): Tokens {
  const media = /@media \(prefers-color-scheme: dark\) \{((?:[^{}]*\{[^{}]*\})*)\s*\}/gs;
  const inside = [...css.matchAll(media)].map(([, body = '']) => body).join('\n');
  const rules = dark ? inside : css.replace(media, '');
  const start = rules.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no rule for ${selector}`);
  const body = rules.slice(rules.indexOf('{', start) + 1, rules.indexOf('}', start));
  const declared = [...body.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)];
  return Object.fromEntries(declared.map(([, name = '', value = '']): [string, string] => [name, value]));
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(some: string | undefined, other: string | undefined): number {
  const [dark, light] = [luminance(some), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour = ''): number {
  const [, hex] = /^#([\da-f]{6})$/.exec(colour) ?? [];
  if (hex === undefined) throw new Error(`no colour: ${colour}`);
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}

const base = rule(':root');
const themes: Readonly<Record<string, Tokens>> = {
  light: base,
  dark: { ...base, ...rule("[data-theme='dark']") },
  sepia: { ...base, ...rule("[data-theme='sepia']") },
  contrast: { ...base, ...rule("[data-theme='contrast']") },
};
const onLight = (colour: string) => rule(`[data-colour='${colour}']`);
const onDark = (colour: string) => rule(`[data-colour='${colour}']:is([data-theme='dark'], [data-theme='contrast'])`);
const colours: [string, (theme: string) => Tokens][] = [
  ['amber', () => ({})],
  ...['blue', 'green'].map((colour): [string, (theme: string) => Tokens] => [
    colour,
    (theme) => (theme === 'light' || theme === 'sepia' ? onLight(colour) : onDark(colour)),
  ]),
];

describe.each(Object.entries(themes))('%s', (name, theme) => {
  it.each([
    ['--ink', '--paper'],
    ['--ink', '--card'],
    ['--second-ink', '--paper'],
    ['--second-ink', '--card'],
    ['--accent', '--paper'],
    ['--accent', '--card'],
    ['--on-accent', '--accent'],
    ['--lit-underline', '--paper'],
  ])('%s on %s is at least 7:1', (ink, ground) => {
    expect(contrast(theme[ink], theme[ground])).toBeGreaterThanOrEqual(7);
  });

  it('what steps back can still be read: at least 4.5:1', () => {
    expect(contrast(theme['--dim-ink'], theme['--paper'])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(colours)('lit in %s, the sentence and the word are at least 7:1', (_colour, change) => {
    const lit = { ...theme, ...change(name) };
    expect(contrast(lit['--ink'], lit['--lit-sentence'])).toBeGreaterThanOrEqual(7);
    expect(contrast(lit['--on-lit-word'], lit['--lit-word'])).toBeGreaterThanOrEqual(7);
  });
});

describe('a device in the dark sees what is chosen as dark', () => {
  it('on the page', () => {
    expect(rule(':root:not([data-theme])', true)).toEqual(rule("[data-theme='dark']"));
  });

  it.each(['blue', 'green'])('and in %s', (colour) => {
    expect(rule(`[data-colour='${colour}']:not([data-theme])`, true)).toEqual(onDark(colour));
  });
});
