import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { findProgram } from './programs.ts';
import type { Run } from './test-run.ts';

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What a browser test needs besides a browser, by the names that Debian and Ubuntu give it. */
const debianPackages = [
  'speech-dispatcher',
  'speech-dispatcher-espeak-ng',
  'espeak-ng',
  'pulseaudio',
  'pulseaudio-utils',
  'dbus',
  'fonts-dejavu-core',
];
/** The programs of those packages, for systems that name the packages otherwise. */
const programs = ['speech-dispatcher', 'spd-say', 'espeak-ng', 'pulseaudio', 'parec'];

export type System = { readonly browser: string } | { readonly missing: string };

/** Installs a browser and a voice where that can be done without asking anybody; says what is missing where not. */
export async function prepareSystem(run: Run): Promise<System> {
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const { debian, ubuntu } = recogniseSystem(osRelease);
  if (debian) await installPackages(run, ubuntu);

  const browser = await findBrowser(run);
  const missing = programs.filter((name) => findProgram(name) === null);
  if (browser !== null && missing.length === 0) return { browser };
  const lacking = [...(browser === null ? ['chromium'] : []), ...missing].join(', ');
  return { missing: `${lacking}${ubuntu && browser === null ? ubuntuNote : ''}` };
}

const ubuntuNote =
  ' (the snap of Ubuntu cannot be used: it sees neither the profile nor the sound server of a test; ' +
  'install google-chrome or a chromium that is no snap)';

/** Reads /etc/os-release. Ubuntu and what derives from it count as Debian too. */
export function recogniseSystem(osRelease: string): { debian: boolean; ubuntu: boolean } {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].flatMap(([, ids = '']) =>
    ids.replaceAll('"', '').split(' '),
  );
  const ubuntu = ids.includes('ubuntu');
  return { debian: ubuntu || ids.includes('debian'), ubuntu };
}

/** Failing here is no news yet: what is missing afterwards is. */
async function installPackages(run: Run, ubuntu: boolean): Promise<void> {
  const missing = [];
  for (const name of debianPackages) if (!(await isInstalled(run, name))) missing.push(name);
  // The package of this name brings only a stub on Ubuntu.
  if (!ubuntu && (await findBrowser(run)) === null) missing.push('chromium');
  if (missing.length === 0) return;

  const root = process.getuid?.() === 0;
  if (!root && !(await run('sudo', ['-n', 'true'], { quiet: true, timeout: 10_000 })).ok) return;
  const aptGet = (args: readonly string[]) => {
    const command = [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      '-y',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ];
    const [program = '', ...rest] = root ? command : ['sudo', '-n', ...command];
    return run(program, rest, { quiet: true, timeout: 300_000 });
  };
  console.log(`Installing ${missing.join(', ')}`);
  await aptGet(['update']);
  const { ok, output } = await aptGet(['install', '--no-install-recommends', ...missing]);
  if (!ok) console.error(output);
}

async function isInstalled(run: Run, name: string): Promise<boolean> {
  const { ok, output } = await run('dpkg-query', ['-W', '-f=${db:Status-Status}', name], {
    quiet: true,
    timeout: 10_000,
  });
  return ok && output === 'installed';
}

/** The first browser that really starts; a stub or a snap does not count. */
async function findBrowser(run: Run): Promise<string | null> {
  const named = process.env['CHROMIUM'];
  for (const name of named === undefined ? browserNames : [named]) {
    const path = findProgram(name);
    if (path === null || realpathSync(path).endsWith('/snap')) continue;
    const { ok } = await run(path, ['--version'], { quiet: true, timeout: 30_000 });
    if (ok) return path;
  }
  return null;
}
