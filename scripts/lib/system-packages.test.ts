import { expect, it } from 'vitest';
import { recogniseSystem } from './system-packages.ts';

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
