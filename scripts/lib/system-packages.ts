import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { findProgram } from './programs.ts';
import type { Run } from './test-run.ts';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const firefoxNames = ['firefox-esr', 'firefox'];

/** What every browser test needs besides a browser, by the names that Debian and Ubuntu give it. */
const debianPackages = [
  'speech-dispatcher',
  'speech-dispatcher-espeak-ng',
  'espeak-ng',
  'pulseaudio',
  'pulseaudio-utils',
  'dbus',
  'playerctl',
  'fonts-dejavu-core',
];
/** The programs of those packages, for systems that name the packages otherwise. */
const programs = ['speech-dispatcher', 'spd-say', 'espeak-ng', 'pulseaudio', 'parec', 'dbus-daemon', 'playerctl'];

const webkitPackages = ['webkit2gtk-driver', 'xvfb'];
const webkitPrograms = ['WebKitWebDriver', 'Xvfb'];

export type System =
  | {
      /** Where the browsers are, for the tests; an empty FIREFOX means that there is none. */
      readonly env: { readonly CHROMIUM: string; readonly FIREFOX: string };
      /** What the other browsers lack, whose journeys cannot be tested; empty where nothing does. */
      readonly untested: string;
    }
  | {
      /** What lacks, without which no journey can be tested. */
      readonly missing: string;
    };

/**
 * Installs browsers and a voice where that can be done without asking anybody; says what is missing where not.
 * @param osRelease the text of /etc/os-release, or an empty one
 */
export async function prepareSystem(run: Run, osRelease = readOsRelease()): Promise<System> {
  const { debian, ubuntu } = recogniseSystem(osRelease);
  if (debian) await installPackages(run, ubuntu);

  const chromium = await findBrowser(run, 'CHROMIUM', chromiumNames);
  const firefox = await findBrowser(run, 'FIREFOX', firefoxNames);
  const missing = programs.filter(isMissing);
  const note = ubuntu ? ubuntuNote : '';
  if (chromium === null) missing.unshift(`chromium${note}`);
  if (chromium === null || missing.length > 0) return { missing: missing.join(', ') };
  const untested = [...(firefox === null ? [`firefox${note}`] : []), ...webkitPrograms.filter(isMissing)];
  return { env: { CHROMIUM: chromium, FIREFOX: firefox ?? '' }, untested: untested.join(', ') };
}

const ubuntuNote =
  ' (the snap of Ubuntu cannot be used: it sees neither the profile nor the sound server of a test; ' +
  'install one that is no snap: google-chrome, or the firefox of packages.mozilla.org)';

function readOsRelease(): string {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}

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
  for (const name of [...debianPackages, ...webkitPackages]) if (!(await isInstalled(run, name))) missing.push(name);
  // The packages of these names bring only a stub on Ubuntu.
  if (!ubuntu && (await findBrowser(run, 'CHROMIUM', chromiumNames)) === null) missing.push('chromium');
  if (!ubuntu && (await findBrowser(run, 'FIREFOX', firefoxNames)) === null) missing.push('firefox-esr');
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
    return run(program, rest, { quiet: true, timeout: 600_000 });
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

/** The browser that this variable names, else the first that really starts; a stub or a snap does not count. */
async function findBrowser(run: Run, variable: string, names: readonly string[]): Promise<string | null> {
  const named = process.env[variable];
  for (const name of named === undefined ? names : [named]) {
    const path = findProgram(name);
    if (path === null || isSnap(path)) continue;
    const { ok } = await run(path, ['--version'], { quiet: true, timeout: 30_000 });
    if (ok) return path;
  }
  return null;
}

/** A snap is a link to the program snap, or a script of the distribution that calls one. */
function isSnap(path: string): boolean {
  const real = realpathSync(path);
  if (real.endsWith('/snap')) return true;
  const isScript = statSync(real).size < 10_000;
  return isScript && readFileSync(real, 'utf8').includes('/snap/bin/');
}

function isMissing(program: string): boolean {
  return findProgram(program) === null;
}
