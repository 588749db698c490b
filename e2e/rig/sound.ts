import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startBus } from './bus.ts';
import { answers, killDaemons, startDaemon, stopDaemon, stopDaemons, waitUntil } from './processes.ts';

/** The null sink that everything is heard from. */
export const sinkName = 'rig';

const run = promisify(execFile);

/** Both programs leave by themselves this long after the last client, should a run die without a teardown. */
const idleSeconds = 600;

const speechdConfig = `LogLevel 2
AudioOutputMethod "pulse"
DisableAutoSpawn
DefaultLanguage "sq"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
`;

/**
 * A sound server without a loudspeaker, a speech-dispatcher with eSpeak NG and a D-Bus session, private to this run.
 * @returns the folder by which every other function of the rig finds them
 */
export async function startSound(): Promise<string> {
  // Sockets live in here, and the path of a socket must be short. mkdtemp makes it mode 700.
  const folder = mkdtempSync(join(tmpdir(), 'degjo-'));
  const modules = join(folder, 'config/speech-dispatcher/modules');
  mkdirSync(modules, { recursive: true });
  mkdirSync(join(folder, 'home'));
  writeFileSync(join(folder, 'config/speech-dispatcher/speechd.conf'), speechdConfig);
  writeFileSync(join(modules, 'espeak-ng.conf'), '');
  try {
    await linkSpeechData(folder);
    await Promise.all([startSoundServer(folder), startBus(folder)]);
    await startSpeech(folder);
    await sayYes(folder, 15_000);
    return folder;
  } catch (error) {
    const logs = ['dbus-daemon', 'pulseaudio', 'speech-dispatcher'].map((name) => readLog(folder, name)).join('');
    await stopSound(folder);
    throw new Error(`no sound to test with\n${logs}`, { cause: error });
  }
}

/** Of the hundred ways in which eSpeak NG lets each language sound, those that it has in this rig. */
const variants = ['max', 'f2', 'f3', 'm2', 'whisper'];

/**
 * The data of the machine's eSpeak NG, with few variants: with all of them it lists 13,000 voices, which every browser
 * reads at its start for a second and more of both cores.
 */
async function linkSpeechData(folder: string): Promise<void> {
  const { stdout } = await run('espeak-ng', ['--version']);
  const [, installed = ''] = /Data at: (.*\S)/.exec(stdout) ?? [];
  const own = join(folder, 'espeak-ng-data');
  mkdirSync(join(own, 'voices/!v'), { recursive: true });
  for (const name of readdirSync(installed)) if (name !== 'voices') symlinkSync(join(installed, name), join(own, name));
  for (const name of variants.map((variant) => `voices/!v/${variant}`)) {
    if (existsSync(join(installed, name))) symlinkSync(join(installed, name), join(own, name));
  }
}

/** Ends everything that runs in this folder and removes it. */
export async function stopSound(folder: string): Promise<void> {
  await stopDaemons(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** The same without waiting, for a process that exits before its teardown. */
export function killSound(folder: string): void {
  killDaemons(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** The environment in which a program speaks into this sound server and nowhere else. */
export function soundEnvironment(folder: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(?:DISPLAY|WAYLAND_DISPLAY|DBUS_\w+|PULSE_\w+|SPEECHD_\w+|XDG_\w+)$/.test(entry[0]),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: join(folder, 'home'),
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    PULSE_SERVER: `unix:${soundSocket(folder)}`,
  };
}

/** The voice dies as it does on a real machine: in the middle of a word, telling nobody. */
export async function stopSpeech(folder: string): Promise<void> {
  await stopDaemon(pidFile(folder, 'speech-dispatcher'));
}

export async function startSpeech(folder: string): Promise<void> {
  startDaemon({
    command: 'speech-dispatcher',
    args: [
      '--run-single',
      '--timeout',
      String(idleSeconds),
      '--log-dir',
      folder,
      '--pid-file',
      join(folder, 'speech-dispatcher.own'),
    ],
    env: { ...soundEnvironment(folder), ESPEAK_DATA_PATH: folder },
    pidFile: pidFile(folder, 'speech-dispatcher'),
    logFile: join(folder, 'speech-dispatcher.log'),
  });
  await waitUntil('speech-dispatcher', () => answers(join(folder, 'speech-dispatcher/speechd.sock')), 10_000);
}

/**
 * Leaves a voice behind that speaks. Cancelled at a certain moment, speech-dispatcher 0.11.4 falls silent for every
 * browser, until it is ended.
 */
export async function ensureSpeech(folder: string): Promise<void> {
  try {
    await sayYes(folder, 5_000);
  } catch (error) {
    console.warn('The voice of this machine had fallen silent and was started again.', error);
    await restartSpeech(folder);
    await sayYes(folder, 15_000);
  }
}

/** @throws Error where nobody speaks within `timeout` milliseconds */
async function sayYes(folder: string, timeout: number): Promise<void> {
  const args = ['--wait', '--output-module', 'espeak-ng', '--language', 'sq', 'Po'];
  await run('spd-say', args, { env: soundEnvironment(folder), timeout, killSignal: 'SIGKILL' });
}

/** Ends only the speech-dispatcher of this folder, by its process id, and starts it anew. */
async function restartSpeech(folder: string): Promise<void> {
  await stopSpeech(folder);
  await startSpeech(folder);
}

async function startSoundServer(folder: string): Promise<void> {
  startDaemon({
    command: 'pulseaudio',
    args: [
      '-n',
      '--daemonize=no',
      '--use-pid-file=no',
      '--realtime=no',
      '--high-priority=no',
      `--exit-idle-time=${String(idleSeconds)}`,
      `--load=module-null-sink sink_name=${sinkName}`,
      // The folder is private already; a cookie would only be one more file to lose.
      '--load=module-native-protocol-unix auth-anonymous=1',
    ],
    env: soundEnvironment(folder),
    pidFile: pidFile(folder, 'pulseaudio'),
    logFile: join(folder, 'pulseaudio.log'),
  });
  await waitUntil('pulseaudio', () => answers(soundSocket(folder)), 10_000);
}

function soundSocket(folder: string): string {
  return join(folder, 'pulse/native');
}

function pidFile(folder: string, name: string): string {
  return join(folder, `${name}.pid`);
}

function readLog(folder: string, name: string): string {
  try {
    return `${name}: ${readFileSync(join(folder, `${name}.log`), 'utf8').slice(-2000)}\n`;
  } catch {
    return '';
  }
}
