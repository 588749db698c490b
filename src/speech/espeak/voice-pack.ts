/** The files of the embedded voice. */
export interface VoiceFiles {
  readonly data: { readonly address: string; /** Bytes. */ readonly length: number; readonly sha256: string };
  /** The address of the worker's script: kept beside the data, so that the two work offline. */
  readonly script: string;
}

export interface PackPlatform {
  readonly fetch: typeof fetch;
  /** Undefined where a page may keep nothing (plain HTTP). */
  readonly caches: CacheStorage | undefined;
  /** Undefined on plain HTTP too; the length is then all that is checked. */
  readonly subtle: SubtleCrypto | undefined;
}

export interface PackSnapshot {
  /** Is the voice on this device? `failed`: it could not be fetched; a new `fetch` tries again. */
  readonly state: 'absent' | 'coming' | 'ready' | 'failed';
  /** Bytes. */
  readonly loaded: number;
  readonly total: number;
}

/** Shared with the service worker. */
export const voiceCache = 'voice';

/** Without a byte for so long, a line is dead. Milliseconds. */
const patience = 20_000;

/**
 * The embedded voice on this device: fetched once, when first wanted, and kept.
 *
 * Events: `change` when the snapshot changes.
 */
export class VoicePack extends EventTarget {
  readonly #files: VoiceFiles;
  readonly #platform: PackPlatform;
  #snapshot: PackSnapshot;
  #coming: Promise<ArrayBuffer> | undefined;

  constructor(files: VoiceFiles, platform: PackPlatform) {
    super();
    this.#files = files;
    this.#platform = platform;
    this.#snapshot = { state: 'absent', loaded: 0, total: files.data.length };
  }

  get snapshot(): PackSnapshot {
    return this.#snapshot;
  }

  /** The packed files if they are on this device, whole; never from the network. What is kept broken is thrown away. */
  async kept(): Promise<ArrayBuffer | undefined> {
    const cache = await this.#cache();
    const response = await cache?.match(this.#files.data.address);
    if (!response) return undefined;
    const data = await response.arrayBuffer().catch(() => undefined);
    if (data && (await this.#isWhole(data))) {
      if (this.#snapshot.state !== 'coming') this.#set('ready', data.byteLength);
      return data;
    }
    await cache?.delete(this.#files.data.address);
    if (this.#snapshot.state === 'ready') this.#set('absent', 0);
    return undefined;
  }

  /** The packed files, from this device or the network. Rejects where neither gives them whole. */
  fetch(): Promise<ArrayBuffer> {
    this.#coming ??= this.#find().finally(() => (this.#coming = undefined));
    return this.#coming;
  }

  /** Fetches the voice for later. @returns is it on this device now? */
  fetchAhead(): Promise<boolean> {
    return this.fetch().then(
      () => true,
      () => false,
    );
  }

  async #find(): Promise<ArrayBuffer> {
    const kept = await this.kept();
    if (kept) return kept;
    this.#set('coming', 0);
    try {
      const script = this.#keepScript();
      // What did not come whole is fetched once more, past the browser's own cache: that may be what broke it.
      const data = (await this.#load('default')) ?? (await this.#load('reload'));
      if (!data) throw new Error('the voice did not come whole, twice');
      await this.#keep(data);
      await script;
      this.#set('ready', data.byteLength);
      return data;
    } catch (error) {
      this.#set('failed', 0);
      throw error;
    }
  }

  /** @returns undefined where nothing came, or something else than what was built */
  async #load(mode: RequestCache): Promise<ArrayBuffer | undefined> {
    const { address, length } = this.#files.data;
    const stop = new AbortController();
    let watch = setTimeout(() => stop.abort(), patience);
    try {
      const response = await this.#platform.fetch(address, { cache: mode, signal: stop.signal });
      if (!response.ok || !response.body) return undefined;
      const data = new Uint8Array(length);
      let loaded = 0;
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        clearTimeout(watch);
        watch = setTimeout(() => stop.abort(), patience);
        if (loaded + value.length > length) {
          stop.abort();
          return undefined;
        }
        data.set(value, loaded);
        loaded += value.length;
        this.#set('coming', loaded);
      }
      return loaded === length && (await this.#isWhole(data.buffer)) ? data.buffer : undefined;
    } catch {
      return undefined;
    } finally {
      clearTimeout(watch);
    }
  }

  async #keepScript(): Promise<void> {
    const cache = await this.#cache();
    if (cache && !(await cache.match(this.#files.script))) await cache.add(this.#files.script).catch(() => undefined);
  }

  /** A device without room for it still speaks today. */
  async #keep(data: ArrayBuffer): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(data.byteLength) };
    const cache = await this.#cache();
    await cache?.put(this.#files.data.address, new Response(data, { headers })).catch(() => undefined);
  }

  /** Browsers that keep nothing (private windows, storage switched off) refuse even to open a cache. */
  async #cache(): Promise<Cache | undefined> {
    return this.#platform.caches?.open(voiceCache).catch(() => undefined);
  }

  async #isWhole(data: ArrayBuffer): Promise<boolean> {
    const { length, sha256 } = this.#files.data;
    if (data.byteLength !== length) return false;
    if (!this.#platform.subtle) return true;
    const digest = new Uint8Array(await this.#platform.subtle.digest('SHA-256', data));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
  }

  #set(state: PackSnapshot['state'], loaded: number): void {
    if (state === this.#snapshot.state && loaded === this.#snapshot.loaded) return;
    this.#snapshot = { ...this.#snapshot, state, loaded };
    this.dispatchEvent(new CustomEvent('change'));
  }
}
