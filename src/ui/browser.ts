/** What decides how a page is installed. */
export type Browser =
  'ios' | 'chrome-android' | 'samsung' | 'firefox-android' | 'chrome' | 'edge' | 'safari' | 'firefox';

/** The browser that this says it is. */
export function browserOf({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): Browser {
  // An iPad calls itself a Mac; no Mac has a touch screen.
  if (/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
  const isAndroid = /Android/.test(userAgent);
  if (/SamsungBrowser/.test(userAgent)) return 'samsung';
  if (/Firefox\//.test(userAgent)) return isAndroid ? 'firefox-android' : 'firefox';
  if (isAndroid) return 'chrome-android';
  if (/Edg\//.test(userAgent)) return 'edge';
  return /Macintosh/.test(userAgent) && !/Chrome\//.test(userAgent) ? 'safari' : 'chrome';
}
