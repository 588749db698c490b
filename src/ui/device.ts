/** What decides where a better voice comes from. */
export type Device = 'android' | 'ios' | 'windows' | 'macos' | 'linux' | 'edge';

/** The device that a browser says it runs on; Edge on a computer brings voices of its own. */
export function deviceOf({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): Device {
  if (/Android/.test(userAgent)) return 'android';
  // An iPad calls itself a Mac; no Mac has a touch screen.
  if (/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
  if (/Edg\//.test(userAgent)) return 'edge';
  if (/Macintosh/.test(userAgent)) return 'macos';
  return /Windows/.test(userAgent) ? 'windows' : 'linux';
}
