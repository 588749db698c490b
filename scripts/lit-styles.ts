import type { Plugin } from 'vite';

/** The style sheets of elements go out without their comments and indentation, as every other style sheet does. */
export function litStyles(): Plugin {
  return {
    name: 'degjo:lit-styles',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/ui\/.*\.ts$/, code: 'css`' },
      handler: (code) => ({ code: shortenStyles(code), map: null }),
    },
  };
}

/** @param code a module; only what stands in css`…` is changed */
export function shortenStyles(code: string): string {
  return code.replace(/\bcss`[^`]*`/g, (sheet) =>
    // A } may end a value that is filled in, whose space counts.
    sheet
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{;]) ?/g, '$1'),
  );
}
