import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareSystem, recogniseSystem } from './system-packages.ts';

it.each([
  ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n', true, false],
  ['Ubuntu', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', true, true],
  ['a child of Ubuntu', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', true, true],
  ['a child of Debian', 'ID=raspbian\nID_LIKE=debian\n', true, false],
  ['Fedora', 'NAME="Fedora Linux"\nID=fedora\nHOME_URL="https://debian.example/"\n', false, false],
  ['no os-release', '', false, false],
])('%s is recognised', (_name, osRelease, debian, ubuntu) => {
  expect(recogniseSystem(osRelease)).toEqual({ debian, ubuntu });
});

describe('what a machine lacks that installs nothing by itself', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'degjo-programs-'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('CHROMIUM', undefined);
    vi.stubEnv('FIREFOX', undefined);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  const sound = ['speech-dispatcher', 'spd-say', 'espeak-ng', 'pulseaudio', 'parec', 'dbus-daemon', 'playerctl'];
  const webkit = ['WebKitWebDriver', 'Xvfb'];
  const install = (names: readonly string[], script = '#!/bin/sh\n') => {
    for (const name of names) writeFileSync(join(folder, name), script, { mode: 0o755 });
  };
  const prepare = (osRelease = 'ID=fedora') =>
    prepareSystem(() => Promise.resolve({ ok: true, output: '' }), osRelease);

  it('nothing: every journey is tested', async () => {
    install([...sound, ...webkit, 'chromium', 'firefox-esr']);
    const [CHROMIUM, FIREFOX] = [join(folder, 'chromium'), join(folder, 'firefox-esr')];
    expect(await prepare()).toEqual({ env: { CHROMIUM, FIREFOX }, untested: '' });
  });

  it('another browser: the journeys in Chromium are tested, and the others named', async () => {
    install([...sound, 'chromium', 'Xvfb']);
    const CHROMIUM = join(folder, 'chromium');
    expect(await prepare()).toEqual({ env: { CHROMIUM, FIREFOX: '' }, untested: 'firefox, WebKitWebDriver' });
  });

  it('Chromium or the sound: no journey is tested', async () => {
    install([...webkit, 'firefox', ...sound.slice(1)]);
    expect(await prepare()).toEqual({ missing: 'chromium, speech-dispatcher' });
  });

  it('a Firefox that is no snap', async () => {
    install([...sound, ...webkit, 'chromium']);
    install(['firefox'], '#!/bin/sh\nexec /snap/bin/firefox "$@"\n');
    expect(await prepare('ID=fedora')).toMatchObject({ untested: 'firefox' });
    expect(await prepare('ID=ubuntu')).toMatchObject({ untested: expect.stringContaining('snap') as string });
  });
});
