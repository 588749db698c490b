import { gzipSync } from 'node:zlib';
import type { Rollup } from 'vite';
import { describe, expect, it } from 'vitest';
import { sizeLimit } from './size-limit.ts';

/** Text that gzip cannot make much smaller. */
const noise = (seed: number, length: number) =>
  Array.from({ length }, (_, index) => Math.floor(Math.abs(Math.sin(seed * 1000 + index)) * 36).toString(36)).join('');
const size = (text: string) => gzipSync(text, { level: 9 }).length;

const code = { entry: noise(1, 900), shared: noise(2, 700), reader: noise(3, 1500), other: noise(4, 5000) };
const styles = noise(5, 300);

function chunk(name: keyof typeof code, more: Partial<Rollup.OutputChunk> = {}): Rollup.OutputChunk {
  const fileName = `assets/${name}.js`;
  const plain = { type: 'chunk', fileName, code: code[name], imports: [], moduleIds: [`/src/${name}.ts`] };
  return { ...plain, isEntry: false, facadeModuleId: null, ...more } as unknown as Rollup.OutputChunk;
}

const app = [
  chunk('entry', { isEntry: true, facadeModuleId: '/index.html', imports: ['assets/shared.js'] }),
  chunk('shared', { imports: ['assets/entry.js'] }),
  chunk('reader', { imports: ['assets/shared.js', 'outside'] }),
  chunk('other'),
  { type: 'asset', fileName: 'assets/style.css', source: styles },
  { type: 'asset', fileName: 'icon.svg', source: noise(6, 9000) },
] as Rollup.OutputBundle[string][];

const needed = size(code.entry) + size(code.shared) + size(code.reader) + size(styles);

/** What the build prints; throws where the build would fail. */
function build(limit: number, files = app, part = '/src/reader.ts'): string[] {
  const printed: string[] = [];
  const context = {
    info: (line: string) => printed.push(line),
    error: (message: string) => {
      throw new Error(message);
    },
  };
  const { writeBundle } = sizeLimit({ parts: { reader: part }, limit });
  const bundle = Object.fromEntries(files.map((file) => [file.fileName, file]));
  if (typeof writeBundle !== 'function') throw new Error('no hook');
  void writeBundle.call(context as never, {} as never, bundle);
  return printed;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

describe('what is loaded before the first article', () => {
  it('is the entry, the reader’s chunk, what they import, each once, and every style', () => {
    const [line] = build(needed);
    expect(line).toContain(`start ${kilobytes(size(code.entry) + size(code.shared))}`);
    expect(line).toContain(`reader ${kilobytes(size(code.reader))}`);
    expect(line).toContain(`with CSS ${kilobytes(needed)} of ${kilobytes(needed)}`);
  });

  it('fails the build by one byte too many', () => {
    expect(() => build(needed - 1)).toThrow(`loads ${needed} bytes before the first article, over the limit of`);
  });
});

it('a part that no chunk holds fails the build: a limit that measures nothing is none', () => {
  expect(() => build(needed, app, '/src/gone.ts')).toThrow('no chunk holds /src/gone.ts');
});

it('the service worker, a build of its own, is passed over', () => {
  const worker = chunk('other', { isEntry: true, facadeModuleId: '/src/service-worker.ts' });
  expect(build(1, [worker])).toEqual([]);
});
