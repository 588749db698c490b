import type { RemoteProblem } from '../articles/remote-document.ts';

/** What the gateway says no with: what the app has words for, and what only a wrong caller or the publisher sees. */
export type GatewayReason =
  Exclude<RemoteProblem, 'offline' | 'not-open' | 'no-gateway'> | 'foreign-page' | 'method' | 'robots' | 'internal';

const answers: Readonly<Record<GatewayReason, readonly [status: number, detail: string]>> = {
  'bad-address': [400, 'The url parameter must be one absolute http or https address without a user name.'],
  'not-allowed': [403, 'The gateway does not go to this address.'],
  'foreign-page': [403, 'The gateway serves the pages of its own origin only.'],
  'not-found': [404, 'The site has no such page.'],
  method: [405, 'The gateway answers GET and HEAD.'],
  gone: [410, 'The site says that the page is gone.'],
  'too-often': [429, 'Too many requests; try again later.'],
  robots: [502, 'The site keeps programs out.'],
  refused: [502, 'The site refused the request.'],
  unreachable: [502, 'The site cannot be reached.'],
  redirects: [502, 'The site redirects too often, from https to http, or to no address.'],
  'too-large': [502, 'The page is larger than the gateway brings.'],
  'wrong-type': [502, 'What is at the address is of none of the types that are brought.'],
  server: [502, 'The site is in trouble.'],
  busy: [503, 'The gateway is busy; try again soon.'],
  slow: [504, 'The site is too slow.'],
  internal: [500, 'The gateway failed.'],
};

/** Thrown anywhere on the way to a document; the handler makes the answer of it. */
export class GatewayProblem extends Error {
  readonly reason: GatewayReason;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(reason: GatewayReason, { cause, retryAfter }: { cause?: unknown; retryAfter?: number } = {}) {
    super(reason, { cause });
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return answers[this.reason][0];
  }

  /** Problem details (RFC 9457) of the type about:blank, with `reason` for programs and `detail` for people. */
  get details(): { status: number; reason: GatewayReason; detail: string } {
    const [status, detail] = answers[this.reason];
    return { status, reason: this.reason, detail };
  }
}
