import { expect, it } from 'vitest';
import { voicePack } from './voice-pack.ts';

const files = voicePack.plugins.find(({ name }) => name === 'degjo:voice-pack');

/** What the build prints of these files; throws where the build would fail. */
function build(bundle: Record<string, Uint8Array>): string {
  let printed = '';
  const context = {
    info: (line: string) => (printed = line),
    error: (message: string) => {
      throw new Error(message);
    },
  };
  const assets = Object.entries(bundle).map(([fileName, source]) => [fileName, { type: 'asset', fileName, source }]);
  if (typeof files?.writeBundle !== 'function') throw new Error('no hook');
  void files.writeBundle.call(context as never, {} as never, Object.fromEntries(assets) as never);
  return printed;
}

/** Bytes that nothing makes smaller. */
const noise = (length: number) => crypto.getRandomValues(new Uint8Array(length));

it('tells what the voice takes, and counts nothing else', () => {
  const printed = build({
    'voice/data.bin': noise(20_000),
    'voice/worker.js': noise(10_000),
    'index.html': noise(60_000),
  });
  expect(printed).toMatch(/voice\/data\.bin 20\.\d kB, voice\/worker\.js 10\.\d kB, in all 30\.\d kB of 520\.0 kB/);
});

it('fails the build where the voice is too big', () => {
  const half = noise(64_900);
  const bundle = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`voice/${index}.bin`, half]));
  expect(() => build(bundle)).not.toThrow();
  expect(() => build({ ...bundle, 'voice/one-more.js': noise(1_000) })).toThrow('over the limit of 520000');
});
