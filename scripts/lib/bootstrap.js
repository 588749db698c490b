// What has to work before anything is installed: plain JavaScript, and only what Node itself brings.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The programs that run now, to be stopped with us. */
const running = new Set();

/** Ends with one clear line where this Node cannot run the project. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Duhet Node 20.19 ose më i ri. Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Ends us, and whatever we started, when somebody asks for it.
 * @param {number} code the exit code
 * @returns {() => void} takes the promise back
 */
export function stopOnSignals(code) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const stop = () => {
    for (const child of running) stopGroup(child);
    process.exit(code);
  };
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

/**
 * Runs a program to its end, or to `timeout` (ms), in a process group of its own.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, timeout?: number }} [options] quiet: keep what it prints
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(command, args, { env = {}, quiet = false, timeout = 600_000 } = {}) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      detached: !windows,
      // npm is a batch file there.
      shell: windows && command === 'npm',
    });
    running.add(child);
    let output = '';
    const keep = (text) => (output += text);
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    const timer = setTimeout(() => {
      keep(`${command} did not end within ${timeout / 1000} s\n`);
      if (!quiet) console.error(output);
      stopGroup(child);
    }, timeout);
    const finish = (ok) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ ok, output });
    };
    child.once('error', (error) => {
      keep(`${error.message}\n`);
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}

/**
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const path = process.env.npm_execpath;
  return path?.endsWith('npm-cli.js') ? run(process.execPath, [path, ...args], options) : run('npm', args, options);
}

/** Installs the locked dependencies where they are missing or older than the lock. */
export async function installDependencies() {
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return { ok: true, output: '' };
  console.error('Po instalohen varësitë… Installing the dependencies…');
  return npm(['ci', '--include=dev', '--loglevel=error'], { quiet: true });
}

/** From here on TypeScript can be imported: call it once the dependencies are there. */
export async function loadTypeScript() {
  const { register } = await import('tsx/esm/api');
  register();
}

function modified(path) {
  return statSync(`${root}/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}

function stopGroup(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    child.kill();
  }
}
