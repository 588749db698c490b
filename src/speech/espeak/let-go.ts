let away: MessagePort | undefined;

/**
 * Gives the memory of samples back at once. Browsers collect garbage by their own lights, and a worker that says a
 * sentence now and then may keep an hour of sound; but what is handed to a port that nobody listens at is gone.
 *
 * @param sound not to be used again, nor anything else that shares its memory
 */
export function letGo(sound: ArrayBufferLike): void {
  if (!away) {
    const { port1, port2 } = new MessageChannel();
    port2.close();
    away = port1;
  }
  away.postMessage(null, [sound as ArrayBuffer]);
}
