import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { variants } from '../variants.ts';

/** eSpeak NG and what it needs to speak Albanian. */
export interface Pack {
  /** The package's loader, knowing these files only. */
  readonly loader: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

interface PackedFile {
  readonly filename: string;
  readonly start: number;
  readonly end: number;
}
interface Metadata {
  readonly files: readonly PackedFile[];
  readonly remote_package_size: number;
}

const root = '/usr/share/espeak-ng-data';
const wanted = new Set(
  [
    'phontab',
    'phonindex',
    'phondata',
    'intonations',
    'sq_dict',
    'lang/ine/sq',
    ...variants.flatMap(({ file }) => (file === undefined ? [] : [`voices/!v/${file}`])),
  ].map((name) => `${root}/${name}`),
);

const metadataLiteral = /(?<=loadPackage\()\{files:\[.*?\],remote_package_size:\d+\}(?=\))/;

/** Cuts the npm package down to Albanian. @throws Error where the package is not laid out as expected */
export function makePack(): Pack {
  const loaderFile = fileURLToPath(import.meta.resolve('@echogarden/espeak-ng-emscripten'));
  const source = readFileSync(loaderFile, 'utf8');
  const { files } = readMetadata(source);
  const kept = files.filter(({ filename }) => wanted.has(filename));
  if (kept.length !== wanted.size) throw new Error(`of ${wanted.size} files of eSpeak NG, ${kept.length} were found`);

  const data = new Uint8Array(kept.reduce((sum, { start, end }) => sum + end - start, 0));
  const packed: PackedFile[] = [];
  let at = 0;
  const whole = openSync(loaderFile.replace(/\.js$/, '.data'), 'r');
  try {
    for (const { filename, start, end } of kept) {
      readSync(whole, data, at, end - start, start);
      packed.push({ filename, start: at, end: at + end - start });
      at += end - start;
    }
  } finally {
    closeSync(whole);
  }
  const metadata: Metadata = { files: packed, remote_package_size: data.length };
  return { loader: source.replace(metadataLiteral, () => JSON.stringify(metadata)), data };
}

function readMetadata(source: string): Metadata {
  const [literal] = metadataLiteral.exec(source) ?? [];
  if (literal === undefined) throw new Error('the loader of eSpeak NG lists no files');
  // The names of an object literal, quoted, make it JSON.
  return JSON.parse(literal.replace(/([{,])(\w+):/g, '$1"$2":')) as Metadata;
}
