import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, startDaemon, waitUntil } from './processes.ts';

/** No service directory is named, so nothing that a browser asks of a desktop is started: no portal, no keyring. */
const config = (socket: string) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** A D-Bus session private to this run, where browsers meet what presses their media keys. */
export async function startBus(folder: string): Promise<void> {
  const configFile = join(folder, 'bus.conf');
  writeFileSync(configFile, config(socketOf(folder)));
  startDaemon({
    command: 'dbus-daemon',
    args: [`--config-file=${configFile}`, '--nofork', '--nopidfile'],
    env: process.env,
    pidFile: join(folder, 'dbus-daemon.pid'),
    logFile: join(folder, 'dbus-daemon.log'),
  });
  await waitUntil('dbus-daemon', () => answers(socketOf(folder)), 10_000);
}

/** What a program needs besides `soundEnvironment` to be on the bus. */
export function busEnvironment(folder: string): Record<string, string> {
  return { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socketOf(folder)}` };
}

function socketOf(folder: string): string {
  return join(folder, 'bus');
}
