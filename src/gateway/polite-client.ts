import robotsParser from 'robots-parser';
import type { RemoteAnswer, RemoteClient, RemoteRequest } from './guarded-client.ts';
import { GatewayProblem } from './problems.ts';

export interface PoliteClientOptions {
  /** A guarded client with a user agent that names us. */
  readonly client: RemoteClient;
  /** The name that robots.txt knows us by, as in `Degjo`. */
  readonly robot: string;
  /** Milliseconds between the end of one request to a host and the next; a longer Crawl-delay is kept to. */
  readonly pause?: number;
}

/** A Crawl-delay beyond it would leave a source without news. Milliseconds. */
const longestPause = 60_000;
/** How long a host's rules hold (RFC 9309, 2.4). Milliseconds. */
const rulesLife = 24 * 3600_000;
/** What must be read of a robots.txt (RFC 9309, 2.5), in bytes; more is read by nobody. */
const mostOfRules = 500 * 1024;

interface Rules {
  allow(url: string): boolean;
  readonly pause: number;
  readonly until: number;
}

/**
 * For a program that visits by itself, without a listener who waits: one request at a time to a host, a pause between,
 * and only where its robots.txt lets programs in. The feeds that one host serves are asked for in the order they came.
 */
export class PoliteClient {
  readonly #client: RemoteClient;
  readonly #robot: string;
  readonly #pause: number;
  /** For each host, when it may be asked again: known when the last of those who wait has had its turn. */
  readonly #queues = new Map<string, Promise<number>>();
  readonly #rules = new Map<string, Rules>();

  constructor({ client, robot, pause = 2_000 }: PoliteClientOptions) {
    this.#client = client;
    this.#robot = robot;
    this.#pause = pause;
  }

  /** @throws GatewayProblem; `robots` where programs are not let in */
  get(request: RemoteRequest): Promise<RemoteAnswer> {
    if (!URL.canParse(request.url)) return Promise.reject(new GatewayProblem('bad-address'));
    const { host, origin } = new URL(request.url);
    const previous = this.#queues.get(host) ?? Promise.resolve(0);
    const turn = previous.then(waitUntil).then(() => this.#visit(request));
    const nextAt = () => Date.now() + (this.#rules.get(origin)?.pause ?? this.#pause);
    this.#queues.set(host, turn.then(nextAt, nextAt));
    return turn;
  }

  async #visit(request: RemoteRequest): Promise<RemoteAnswer> {
    const { origin } = new URL(request.url);
    let rules = this.#rules.get(origin);
    if (rules === undefined || rules.until < Date.now()) {
      rules = await this.#readRules(origin);
      this.#rules.set(origin, rules);
      await waitUntil(Date.now() + rules.pause);
    }
    if (!rules.allow(request.url)) throw new GatewayProblem('robots');
    return this.#client(request);
  }

  /** Without rules everything is allowed; where they cannot be had, nothing is until they can (RFC 9309, 2.3.1). */
  async #readRules(origin: string): Promise<Rules> {
    const url = `${origin}/robots.txt`;
    const text = await this.#client({ url }).then(
      ({ body }) => new TextDecoder().decode(body.subarray(0, mostOfRules)),
      (error: unknown) => {
        if (error instanceof GatewayProblem && isWithoutRules(error)) return '';
        throw error;
      },
    );
    const parsed = robotsParser(url, text);
    const delay = Math.min((parsed.getCrawlDelay(this.#robot) ?? 0) * 1000, longestPause);
    return {
      allow: (address) => parsed.isAllowed(address, this.#robot) ?? true,
      pause: Math.max(this.#pause, delay),
      until: Date.now() + rulesLife,
    };
  }
}

function isWithoutRules({ reason }: GatewayProblem): boolean {
  return ['not-found', 'gone', 'refused', 'wrong-type'].includes(reason);
}

function waitUntil(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - Date.now())));
}
