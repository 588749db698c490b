import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Daemon {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where its process id is kept, so that another process of the same run can end it: `….pid`. */
  readonly pidFile: string;
  readonly logFile: string;
}

/** Starts a program at the head of its own process group; it outlives the process that starts it. */
export function startDaemon({ command, args, env, pidFile, logFile }: Daemon): void {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  // A program that is not there is noticed by whoever waits for its service.
  child.on('error', (error) => {
    writeFileSync(logFile, `${error.message}\n`, { flag: 'a' });
  });
  child.unref();
  if (child.pid !== undefined) writeFileSync(pidFile, String(child.pid));
}

/** Ends what `startDaemon` started under this name, its children included; nothing happens where it has ended. */
export async function stopDaemon(pidFile: string): Promise<void> {
  const pid = readPid(pidFile);
  if (pid === null) return;
  rmSync(pidFile, { force: true });
  signalGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < 2000 && signalGroup(pid, 0); waited += 20) await pause(20);
  signalGroup(pid, 'SIGKILL');
}

/** Ends every daemon whose process id is kept in this folder. */
export async function stopDaemons(folder: string): Promise<void> {
  await Promise.all(pidFilesIn(folder).map(stopDaemon));
}

/** The same without waiting, for a process that is about to exit. */
export function killDaemons(folder: string): void {
  for (const pidFile of pidFilesIn(folder)) {
    const pid = readPid(pidFile);
    if (pid !== null) signalGroup(pid, 'SIGKILL');
  }
}

/** Asks every 20 ms. @throws Error naming `what` when it does not become true in time */
export async function waitUntil(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  timeout: number,
): Promise<void> {
  const end = performance.now() + timeout;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`waited ${String(timeout)} ms in vain for: ${what}`);
    await pause(20);
  }
}

/** Does anybody listen at this socket? */
export function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

function pidFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pid'))
    .map((name) => join(folder, name));
}

function readPid(pidFile: string): number | null {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** @returns whether anybody was there to be told */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
