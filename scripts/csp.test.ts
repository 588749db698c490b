import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contentSecurityPolicy, encoderPolicy } from '../csp.ts';

const directives = (forMeta: boolean) =>
  new Map(
    contentSecurityPolicy({ forMeta })
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );

it.each([true, false])(
  'allows nothing inline, nothing evaluated and nothing shown or run from elsewhere (meta: %s)',
  (forMeta) => {
    const policy = directives(forMeta);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    for (const name of ['trusted-types', 'connect-src']) policy.delete(name);
    for (const sources of policy.values()) {
      expect(sources.join(' ')).toMatch(/^('none'|'self'|'script'|data:|blob:| )+$/);
    }
    for (const name of ['script-src', 'style-src', 'worker-src']) expect(policy.get(name)).toEqual(["'self'"]);
  },
);

it('lets the app ask other sites, over https alone', () => {
  expect(directives(false).get('connect-src')).toEqual(["'self'", 'https:']);
});

it('lets markup and scripts in by no other policy than the app’s own and Lit’s', () => {
  const policy = directives(false);
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
  const source = readFileSync(new URL('../src/trusted-types.ts', import.meta.url), 'utf8');
  const [, own] = /createPolicy\('([^']+)'/.exec(source) ?? [];
  expect(policy.get('trusted-types')).toEqual(['lit-html', own]);
});

it('differs in a meta element only by what browsers do not take there', () => {
  expect(directives(false).get('frame-ancestors')).toEqual(["'none'"]);
  const header = [...directives(false).keys()].filter((name) => name !== 'frame-ancestors');
  expect([...directives(true).keys()]).toEqual(header);
});

it('allows the worker that encodes no more than scripts, WebAssembly and files of ours', () => {
  expect(encoderPolicy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});
