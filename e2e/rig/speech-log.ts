import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';

/** One thing that a program gave to the voice. */
export interface Said {
  readonly text: string;
  /** In which the voice was told to say it: `sq`; the voice's own where nobody told. */
  readonly language: string | undefined;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Was it silenced, or taken back, before its end? */
  cut: boolean;
  /** Was it heard to its end? */
  ended: boolean;
}

export interface SpeechLog {
  /** What SPEECHD_ADDRESS has to be, for a program that is to be listened to. */
  readonly address: string;
  /** Everything so far, in order. */
  readonly said: readonly Said[];
  /** The last moment at which anything was said to the voice or silenced. */
  readonly lastChange: number;
  close(): Promise<void>;
}

/**
 * Stands between a program and the speech-dispatcher of this folder, hands everything on as it is, and notes what is
 * said: https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/ssip.html
 */
export async function startSpeechLog(folder: string): Promise<SpeechLog> {
  const path = join(folder, 'speech-log.sock');
  const log = { said: [] as Said[], lastChange: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((program) => {
    const voice = connect(join(folder, 'speech-dispatcher/speechd.sock'));
    const conversation = new Conversation(log);
    for (const socket of [program, voice]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      socket.on('error', () => {
        program.destroy();
        voice.destroy();
      });
    }
    program.on(
      'data',
      linesOf((line) => {
        conversation.programSays(line);
      }),
    );
    voice.on(
      'data',
      linesOf((line) => {
        conversation.voiceAnswers(line);
      }),
    );
    program.pipe(voice);
    voice.pipe(program);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    address: `unix_socket:${path}`,
    get said() {
      return log.said;
    },
    get lastChange() {
      return log.lastChange;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** What one connection says, line by line. */
class Conversation {
  private language: string | undefined;
  /** The lines of a text that is being handed over; null between texts. */
  private text: string[] | null = null;
  /** Texts that the voice has not given a number yet. */
  private readonly unnumbered: Said[] = [];
  private readonly numbered = new Map<string, Said>();
  /** The number of the text that a report is about comes in the line before it. */
  private number = '';

  constructor(private readonly log: { said: Said[]; lastChange: number }) {}

  programSays(line: string): void {
    if (this.text !== null) {
      if (line !== '.') this.text.push(line.replace(/^\.\./, '.'));
      else {
        this.note(plainText(this.text.join('\n')));
        this.text = null;
      }
      return;
    }
    const [command = '', ...args] = line.split(' ');
    switch (command.toUpperCase()) {
      case 'SPEAK':
        this.text = [];
        break;
      case 'CHAR':
      case 'KEY':
        this.note(args.join(' '));
        break;
      case 'SET':
        if (args[1]?.toUpperCase() === 'LANGUAGE') this.language = args[2];
        break;
      case 'CANCEL':
      case 'STOP':
        this.log.lastChange = Date.now();
        break;
    }
  }

  voiceAnswers(line: string): void {
    const [, code = '', rest = ''] = /^(\d{3})[- ](.*)$/.exec(line) ?? [];
    const isLast = line[3] === ' ';
    if (code === '225') {
      // A text was taken: first its number, then a word about it.
      const said = isLast ? undefined : this.unnumbered.shift();
      if (said) this.numbered.set(rest, said);
    } else if (/^70\d$/.test(code)) {
      // Reports name the text, then the program.
      if (isLast) this.report(code);
      else if (this.number === '') this.number = rest;
    }
  }

  private report(code: string): void {
    const said = this.numbered.get(this.number);
    this.number = '';
    if (!said) return;
    if (code === '702') said.ended = true;
    if (code === '703') said.cut = true;
    this.log.lastChange = Date.now();
  }

  private note(text: string): void {
    const said: Said = { text, language: this.language, time: Date.now(), cut: false, ended: false };
    this.log.said.push(said);
    this.unnumbered.push(said);
    this.log.lastChange = said.time;
  }
}

/** Texts come as SSML, with a mark before each word. */
function plainText(ssml: string): string {
  return ssml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function linesOf(take: (line: string) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      take(rest.subarray(0, end).toString());
      rest = rest.subarray(end + 2);
    }
  };
}
