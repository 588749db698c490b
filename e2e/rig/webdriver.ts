/** The element id that WebDriver wraps in this key is never needed here: pages are asked by script, and pressed by place. */
interface Reply {
  readonly value: unknown;
}

interface Failure {
  readonly error: string;
  readonly message: string;
}

/** A session of a W3C WebDriver, https://www.w3.org/TR/webdriver2/. Every call rejects with the driver's own words. */
export interface WebDriverSession {
  /** Loads an address and waits for its load event. */
  goto(address: string): Promise<void>;
  /** @param script the body of a function; a promise that it returns is awaited @returns its JSON value */
  execute(script: string): Promise<unknown>;
  /** The outer size of the window, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Presses the primary button at a place in the viewport, in CSS pixels. */
  tap(x: number, y: number): Promise<void>;
  /** Presses and releases a key: a character, or one of the code points that WebDriver keeps for other keys. */
  press(key: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The eight commands that the rig needs, over fetch: the clients on npm bring 18 MB of programs that download drivers
 * (selenium-webdriver) or ask for Node 22 (webdriver 10).
 * @param driver the address that the driver listens at, without a slash at the end
 * @param limit milliseconds that the browser may take to start
 */
export async function openSession(driver: string, capabilities: object, limit: number): Promise<WebDriverSession> {
  const wish = { capabilities: { alwaysMatch: capabilities } };
  const opened = await send(driver, 'POST', '/session', wish, AbortSignal.timeout(limit));
  const { sessionId } = opened as { sessionId: string };
  const call = (method: string, path: string, body?: object) =>
    send(driver, method, `/session/${sessionId}${path}`, body);
  const act = async (type: string, parameters: object, actions: readonly object[]) => {
    await call('POST', '/actions', { actions: [{ type, id: type, parameters, actions }] });
  };
  return {
    goto: async (url) => {
      await call('POST', '/url', { url });
    },
    execute: (script) => call('POST', '/execute/sync', { script, args: [] }),
    resize: async (width, height) => {
      await call('POST', '/window/rect', { width, height });
    },
    tap: (x, y) =>
      act('pointer', { pointerType: 'mouse' }, [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
    press: (value) =>
      act('key', {}, [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    close: async () => {
      await call('DELETE', '');
    },
  };
}

async function send(
  driver: string,
  method: string,
  path: string,
  body?: object,
  signal: AbortSignal | null = null,
): Promise<unknown> {
  const wish = body === undefined ? { method, signal } : { method, signal, body: JSON.stringify(body) };
  const response = await fetch(`${driver}${path}`, wish);
  const { value } = (await response.json()) as Reply;
  if (response.ok) return value;
  const { error, message } = value as Failure;
  throw new Error(`${method} ${path}: ${error}: ${message}`);
}
