const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'media-src': "'self' blob:",
  'font-src': "'self'",
  // What the listener asks for is tried at its own site first (docs/decisions/0006).
  'connect-src': "'self' https:",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html app',
};

/**
 * The one policy of the app: a header where our server answers, a meta element where a host sets no headers.
 * Browsers ignore frame-ancestors in a meta element and complain about it, so it is left out there.
 */
export function contentSecurityPolicy({ forMeta }: { forMeta: boolean }): string {
  return Object.entries(directives)
    .filter(([name]) => !(forMeta && name === 'frame-ancestors'))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Where the build puts the worker that encodes sound and its WebAssembly, under the app's own path. */
export const encoderFolder = 'voice/encoder/';

/**
 * The policy of that worker, a header of its script: a worker that came over the network has its own and not the
 * page's. It compiles WebAssembly, fetches it from where it came from, and may do nothing else.
 */
export const encoderPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
