/** What looks after all that is kept, in one piece that comes after the first paint. */
import { archive } from './library/archive.ts';
import { makeRoom } from './library/make-room.ts';
import { libraryChannel, shareLibrary } from './library/share-library.ts';
import type { Changed, Library } from './library/library.ts';
import type { ListeningSession } from './listening/listening-session.ts';
import { OnePlays, playingChannel } from './listening/one-plays.ts';
import { elsewhereToast, freedToast, partingToast, protectToast } from './ui/library-message.ts';
import type { Toast } from './ui/components/toast-bar.ts';

interface Shell {
  /** @returns takes it back, where it is still shown */
  say(toast: Toast): () => void;
}

export function lookAfter({
  library,
  session,
  shell,
}: {
  library: Library;
  session: ListeningSession;
  shell: Shell;
}): void {
  tellParting(library, shell);
  shareLibrary(library, new BroadcastChannel(libraryChannel));
  tellWhoPlays(new OnePlays(session, new BroadcastChannel(playingChannel), () => Date.now()), shell);
  let freeing: Promise<boolean> | undefined;
  library.makeRoom = () => (freeing ??= makeRoom(library, globalCaches()).finally(() => (freeing = undefined)));
  library.addEventListener('freed', (event) => {
    shell.say(freedToast((event as CustomEvent<{ articles: number }>).detail.articles));
  });
  protectOnce(library, shell);
  keepArchive(library);
}

/** How long sources have to be silent before what is outdated goes. Milliseconds. */
const rest = 3_000;

/** After articles came, or the listener wished another limit. */
function keepArchive(library: Library): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  library.addEventListener('kept', (event) => {
    const changed = (event as CustomEvent<Changed>).detail;
    if (!changed.editions && !changed.settings) return;
    clearTimeout(timer);
    timer = setTimeout(() => void archive(library, Date.now()), rest);
  });
}

/** Missing where the page came over plain HTTP, whatever the types say. */
const globalCaches = (): CacheStorage | undefined => (globalThis as { caches?: CacheStorage }).caches;

function tellParting(library: Library, shell: Shell): void {
  let told = false;
  const tell = (): void => {
    if (told || !library.parting) return;
    told = true;
    shell.say(partingToast(library.parting, () => location.reload()));
  };
  library.addEventListener('change', tell);
  tell();
}

function tellWhoPlays(one: OnePlays, shell: Shell): void {
  let takeBack: (() => void) | undefined;
  const tell = (): void => {
    takeBack?.();
    takeBack = one.isElsewhere ? shell.say(elsewhereToast(() => one.stop())) : undefined;
  };
  one.addEventListener('change', tell);
}

/** After the first thing that the listener made the browser is asked not to throw it away. */
function protectOnce(library: Library, shell: Shell): void {
  const { storage } = navigator as { storage?: StorageManager };
  const heed = async (event: Event): Promise<void> => {
    const changed = (event as CustomEvent<Changed>).detail;
    const isOwn = changed.bookmarks ?? changed.sources ?? changed.summaries?.some((id) => isOwnArticle(library, id));
    if (!isOwn) return;
    library.removeEventListener('kept', listener);
    if (!storage?.persist || (await storage.persisted())) return;
    // Firefox asks its user, who should know why; the others decide by themselves.
    if (!CSS.supports('-moz-appearance', 'none')) await storage.persist();
    else if (!library.settings.askedToProtect) {
      await library.saveSettings({ askedToProtect: true });
      shell.say(protectToast(() => void storage.persist()));
    }
  };
  const listener = (event: Event): void => void heed(event);
  library.addEventListener('kept', listener);
}

const isOwnArticle = (library: Library, id: string): boolean => library.held.summaries.get(id)?.origin === 'own';
