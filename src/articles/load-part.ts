/** A part of the app did not come: it is not on the device yet, and most often there is no network. */
export class MissingPart extends Error {}

/**
 * Loads a part of the app that comes when it is first needed.
 *
 * @throws MissingPart
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new MissingPart('a part of the app did not come', { cause });
  }
}
