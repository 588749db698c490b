import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { browserNames, findBrowsers } from './drivers.ts';
import type { BrowserName } from './drivers.ts';
import { startAppServer } from './server.ts';
import { killSound, startSound, stopSound } from './sound.ts';
import { warmUp } from './warm-up.ts';

export interface Rig {
  /** Folders from `startSound()`: one for each worker, since a machine of one's own is what a listener has. */
  readonly sounds: readonly string[];
  /** The folder of the built app. */
  readonly dist: string;
  /** The built app behind its own server; ends with a slash. */
  readonly app: string;
  readonly browsers: readonly BrowserName[];
}

declare module 'vitest' {
  export interface ProvidedContext {
    rig: Rig;
  }
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(`${dist}/index.html`)) throw new Error('the app is not built: run `npm run build` first');
  const sounds: string[] = [];
  const onExit = () => {
    sounds.forEach(killSound);
  };
  process.once('exit', onExit);
  const tearDown = async () => {
    await Promise.all(sounds.map(stopSound));
    process.off('exit', onExit);
  };
  const startOne = async () => {
    const sound = await startSound();
    sounds.push(sound);
    await warmUp(sound);
  };
  try {
    await Promise.all(Array.from({ length: project.config.maxWorkers }, startOne));
    const server = await startAppServer({ root: dist });
    project.provide('rig', { sounds, dist, app: server.url, browsers: tellBrowsers() });
    return async () => {
      await server.close();
      await tearDown();
    };
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** What is not tested is said aloud. */
function tellBrowsers(): readonly BrowserName[] {
  const found = findBrowsers();
  const missing = browserNames.filter((name) => !found.includes(name));
  if (missing.length > 0) console.warn(`Not on this machine, and so not tested: ${missing.join(', ')}`);
  return found;
}
