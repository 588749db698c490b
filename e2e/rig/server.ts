import { serve } from '../../src/cli/server/listen.ts';
import type { RunningServer } from '../../src/cli/server/listen.ts';

export interface AppServerOptions {
  /** The folder of built files. */
  readonly root: string;
  readonly base?: string;
  /** A free one unless given, which lets a stopped server come back where it was. */
  readonly port?: number;
}

/** The server that `npm start` runs, with its headers, in this process. */
export function startAppServer({ root, base = '/', port = 0 }: AppServerOptions): Promise<RunningServer> {
  return serve({ root, base, port, host: '127.0.0.1' });
}
