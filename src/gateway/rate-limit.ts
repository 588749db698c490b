import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

export interface RateLimitOptions {
  /** Requests at once after a pause: a listener's sources are renewed together. */
  readonly burst?: number;
  readonly perMinute?: number;
  /** How many clients are remembered; who came longest ago is forgotten first. */
  readonly clients?: number;
}

/** A bucket of tokens for each client, refilled evenly. */
export class RateLimit {
  readonly #burst: number;
  readonly #perMillisecond: number;
  readonly #buckets: LRUCache<string, { tokens: number; at: number }>;

  constructor({ burst = 120, perMinute = 60, clients = 20_000 }: RateLimitOptions = {}) {
    this.#burst = burst;
    this.#perMillisecond = perMinute / 60_000;
    this.#buckets = new LRUCache({ max: clients });
  }

  /** @returns the seconds to wait: 0 when the request is within the limit, and counted */
  take(client: string): number {
    const now = Date.now();
    const key = networkOf(client);
    const { tokens, at } = this.#buckets.get(key) ?? { tokens: this.#burst, at: now };
    const refilled = Math.min(this.#burst, tokens + Math.max(0, now - at) * this.#perMillisecond);
    const within = refilled >= 1;
    this.#buckets.set(key, { tokens: within ? refilled - 1 : refilled, at: now });
    return within ? 0 : Math.ceil((1 - refilled) / this.#perMillisecond / 1000);
  }
}

/** One subscriber of IPv6 has at least a /64, and could come from a new address of it each time. */
function networkOf(client: string): string {
  if (!ipaddr.isValid(client)) return client;
  const address = ipaddr.process(client);
  return address instanceof ipaddr.IPv6 ? address.parts.slice(0, 4).join(':') : address.toString();
}
