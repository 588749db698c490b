import { inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { BrowserOptions, RigBrowser } from './browser.ts';
import { launchDriver } from './drivers.ts';
import type { BrowserName } from './drivers.ts';
import { launchHideable } from './hideable.ts';
import type { HideableBrowser } from './hideable.ts';
import { mediaKeysOf } from './media-keys.ts';
import type { PageDriver } from './page-driver.ts';
import { record as recordFrom } from './recording.ts';
import type { Recording } from './recording.ts';
import * as sound from './sound.ts';

export type { BrowserName } from './drivers.ts';
export type { HideableBrowser } from './hideable.ts';
export type { Key, PageDriver } from './page-driver.ts';
export { startPlainServer } from './plain-server.ts';
export { startAppServer } from './server.ts';
export type { PlainServer } from './plain-server.ts';
export type { Recording, RigBrowser };

/** What the run has started: addresses and folders. */
export const rig = inject('rig');

/** The machine of this worker. */
const own = soundOf(process.env['VITEST_POOL_ID']);

/** Each file begins with a voice that speaks, whatever the one before it did to it. */
const voice = sound.ensureSpeech(own);

/** The browsers that this machine has: for `describe.each`. */
export const testedBrowsers = rig.browsers;

/** A browser with this run's voice; see `launchBrowser`. */
export async function openBrowser(options: Omit<BrowserOptions, 'sound'> = {}): Promise<RigBrowser> {
  const [browser] = await Promise.all([launchBrowser({ ...options, sound: own }), voice]);
  return browser;
}

/** A browser whose page can be put behind another; see `launchHideable`. */
export async function openHideable(): Promise<HideableBrowser> {
  await voice;
  return launchHideable(own);
}

/** One page of any of the browsers; see `journeys/any-browser.ts`. */
export async function openDriver(name: BrowserName): Promise<PageDriver> {
  await voice;
  return launchDriver(name, own);
}

/** What stands on the lock screen of this run. */
export const mediaKeys = mediaKeysOf(own);

/** Records what this run's voice says from now on. */
export async function record(): Promise<Recording> {
  await voice;
  return recordFrom(own);
}

/**
 * The voice dies; every test that calls this calls `startSpeech` afterwards. A browser that was open meanwhile may
 * stay without a voice: open a new one.
 */
export function stopSpeech(): Promise<void> {
  return sound.stopSpeech(own);
}

export function startSpeech(): Promise<void> {
  return sound.startSpeech(own);
}

function soundOf(worker: string | undefined): string {
  const folder = rig.sounds[Number(worker) - 1];
  if (folder === undefined) throw new Error(`no sound was started for worker ${String(worker)}`);
  return folder;
}
