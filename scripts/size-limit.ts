import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

interface Limit {
  /** Parts that count besides the entry: a name for each, and the module whose chunk it is. */
  readonly parts: Readonly<Record<string, string>>;
  /** Bytes, gzipped, of JavaScript and CSS in all. */
  readonly limit: number;
}

/** Prints what the app loads before the first article can be opened and heard, and fails the build above the limit. */
export function sizeLimit({ parts, limit }: Limit): Plugin {
  return {
    name: 'degjo:size-limit',
    apply: 'build',
    writeBundle(_options, bundle) {
      const files = Object.values(bundle);
      const chunks = files.filter((file): file is Rollup.OutputChunk => file.type === 'chunk');
      // The service worker is a build of its own, after first paint.
      const entry = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('index.html'));
      if (!entry) return;
      const counted = new Set<string>();
      const grow = (chunk: Rollup.OutputChunk): number => {
        const before = total(bundle, counted);
        collect(bundle, chunk, counted);
        return total(bundle, counted) - before;
      };
      const lines = [`start ${kilobytes(grow(entry))}`];
      for (const [name, module] of Object.entries(parts)) {
        const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
        if (!chunk) this.error(`no chunk holds ${module}`);
        lines.push(`${name} ${kilobytes(grow(chunk))}`);
      }
      const styles = files.filter(({ fileName }) => fileName.endsWith('.css')).map(({ fileName }) => fileName);
      for (const file of styles) counted.add(file);
      const sum = total(bundle, counted);
      this.info(
        `before the first article, gzipped: ${lines.join(', ')}, with CSS ${kilobytes(sum)} of ${kilobytes(limit)}`,
      );
      if (sum > limit) this.error(`the app loads ${sum} bytes before the first article, over the limit of ${limit}`);
    },
  };
}

function collect(bundle: Rollup.OutputBundle, chunk: Rollup.OutputChunk, into: Set<string>): void {
  if (into.has(chunk.fileName)) return;
  into.add(chunk.fileName);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') collect(bundle, imported, into);
  }
}

function total(bundle: Rollup.OutputBundle, names: ReadonlySet<string>): number {
  let bytes = 0;
  for (const name of names) {
    const file = bundle[name];
    if (file) bytes += gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length;
  }
  return bytes;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
