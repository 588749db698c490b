/** Others' works that a package carries in its WebAssembly, which neither its licence field nor its licence text names. */
interface CarriedWork {
  /** SPDX, of the package together with the work. */
  readonly licence: string;
  /** Whose it is, under which licence, and where its source is. */
  readonly notice: string;
}

const lame = `It carries LAME 3.100 (https://lame.sourceforge.io), compiled to WebAssembly.
Copyright (c) 1999-2011 by The LAME Project
Copyright (c) 1999,2000,2001 by Mark Taylor
Copyright (c) 1998 by Michael Cheng
and by others whom its source names. LAME is free software under the GNU Library General Public License, version 2 or
later (its gain analysis under the Lesser one, version 2.1 or later), which lets it be passed on under the GNU General
Public License too: here it is, version 3 or later, whose text stands with eSpeak NG's package. It comes without any
warranty.
Source, as it was compiled: https://github.com/arseneyr/lame; how it was:
https://github.com/arseneyr/wasm-media-encoders/blob/master/Makefile.`;

const sonic = `It carries the Sonic library (https://github.com/waywardgeek/sonic), compiled to WebAssembly.
Copyright (c) 2010 Bill Cox, under the Apache License, version 2.0.
Source, as it was compiled: https://github.com/echogarden-project/sonic-wasm.`;

/** By the name of the package. */
export const carriedWorks: Readonly<Record<string, CarriedWork>> = {
  'wasm-media-encoders': { licence: 'MIT AND LGPL-2.0-or-later', notice: lame },
  '@echogarden/sonic-wasm': { licence: 'Apache-2.0', notice: sonic },
};
