declare module 'sbd' {
  interface Options {
    readonly preserve_whitespace?: boolean;
  }
  const sbd: { sentences(text: string, options?: Options): string[] };
  export default sbd;
}

declare module 'sentencex' {
  export function segment(language: string, text: string): string[];
}
