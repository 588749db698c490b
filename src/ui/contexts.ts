import { createContext } from '@lit/context';
import type { Article } from '../articles/article.ts';
import type { findSource } from '../articles/find-source.ts';
import type { ArticleIntake } from '../articles/intake.ts';
import type { readOpml, writeOpml } from '../articles/opml.ts';
import type { StarterSource } from '../articles/starter-sources.ts';
import type { Wikipedia } from '../articles/wikipedia.ts';
import type { AppUpdateOffer } from './app-update-offer.ts';
import type { InstallOffer } from './install-offer.ts';
import type { BackupScope, BackupWork } from '../library/backup-format.ts';
import type { Bookmarks } from '../library/bookmarks.ts';
import type { EditionSync } from '../library/edition-sync.ts';
import type { Library } from '../library/library.ts';
import type { ListenedDay } from '../library/listened-days.ts';
import type { PictureShelf } from '../library/picture-shelf.ts';
import type { SearchClient } from '../library/search/search-client.ts';
import type { ArticleRecording } from '../listening/article-recording.ts';
import type { Bookmarker } from '../listening/bookmarker.ts';
import type { BackupProblem } from '../library/read-backup.ts';
import type { Restored, RestoreWork } from '../library/restore-backup.ts';
import type { ShareBox } from '../library/share-box.ts';
import type { SourceShelf } from '../library/source-shelf.ts';
import type { SourceSync } from '../library/source-sync.ts';
import type { ListeningSession } from '../listening/listening-session.ts';
import type { Queue } from '../listening/queue.ts';
import type { SleepTimer } from '../listening/sleep-timer.ts';
import type { VoiceCatalogue } from '../speech/voice-catalogue.ts';
import type { VoiceSampler } from '../speech/voice-sampler.ts';

/** The embedded voice's files on their way to this device. Events: `change`. */
export interface VoicePack extends EventTarget {
  /** Bytes; `total` is 0 while it is not known. */
  readonly snapshot: {
    readonly state: 'absent' | 'coming' | 'ready' | 'failed';
    readonly loaded: number;
    readonly total: number;
  };
  /** Looks whether it is here, without a network. */
  kept(): Promise<unknown>;
  /** Never rejects. */
  fetchAhead(): Promise<unknown>;
}

/** What the pages about voices need, and saving as audio, and no other: it comes when it is asked for. */
export interface VoiceDesk {
  readonly voices: VoiceCatalogue;
  readonly sampler: VoiceSampler;
  readonly pack: () => Promise<VoicePack>;
  /** An article as an audio file, by the settings of this moment. */
  readonly recordingOf: (article: Article) => Promise<ArticleRecording>;
}

/** What goes along with listening, and with an article; it comes when the first one is opened or asked for. */
export interface ListeningDesk {
  readonly queue: Queue;
  readonly sleepTimer: SleepTimer;
  readonly bookmarks: Bookmarks;
  readonly bookmarker: Bookmarker;
  readonly pictures: PictureShelf;
}

/** What makes articles of what the listener brings. */
export interface IntakeDesk {
  readonly intake: ArticleIntake;
  readonly shares: ShareBox;
  /** Rejects while its code cannot be loaded. */
  readonly wikipedia: () => Promise<Wikipedia>;
}

/** What the page of sources needs, and no other. */
export interface SourceDesk {
  readonly shelf: SourceShelf;
  readonly sync: SourceSync;
  /** Rejects only when `signal` is aborted. */
  readonly find: (written: string, signal: AbortSignal) => ReturnType<typeof findSource>;
  /** Is there a gateway at this address that serves this app? Rejects never. */
  readonly hasGateway: (address: string) => Promise<boolean>;
  readonly starters: readonly StarterSource[];
  readonly readOpml: typeof readOpml;
  readonly writeOpml: typeof writeOpml;
}

/** A part of what is kept: `articles`, or the name of a cache; `app` for the app itself. */
export interface StoredPart {
  readonly name: string;
  readonly bytes: number;
}

export interface StoredData {
  /** How many. */
  readonly articles: number;
  readonly parts: readonly StoredPart[];
  /** Bytes that all of it takes, and may take, where the browser tells. */
  readonly usage: number | undefined;
  readonly quota: number | undefined;
}

/** Where a backup is written to. */
export interface BackupSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** Why there is no backup, or none was restored: `refused` by the browser, or by whatever the file lies on. */
export type DataProblem = BackupProblem | 'cancelled' | 'full' | 'refused';

/** What the page about what is kept needs, and no other. */
export interface DataDesk {
  /** Rejects only when `signal` is aborted. */
  readonly measure: (signal: AbortSignal) => Promise<StoredData>;
  /** How long was listened, the latest day first. */
  readonly listened: () => Promise<readonly ListenedDay[]>;
  readonly forgetListened: () => Promise<unknown>;
  /** Has the browser promised not to throw it away? Undefined where it makes no promises. */
  readonly isProtected: () => Promise<boolean | undefined>;
  readonly protect: () => Promise<boolean>;
  readonly backup: (
    scope: BackupScope,
    sink: BackupSink,
    work: BackupWork,
  ) => Promise<{ readonly problem: DataProblem | undefined }>;
  readonly restore: (file: Blob, work: RestoreWork) => Promise<Restored | { readonly problem: DataProblem }>;
  /** Rejects where the browser does not do it. @param what a cache, or all but the app itself */
  readonly clear: (what: 'pictures' | 'voice' | 'everything') => Promise<void>;
}

/** The one instance of each, handed in by main.ts. */
export interface AppServices {
  readonly library: Library;
  readonly session: ListeningSession;
  readonly sync: EditionSync;
  /** Rejects while its code cannot be loaded. */
  readonly intakeDesk: () => Promise<IntakeDesk>;
  readonly update: AppUpdateOffer;
  /** Rejects while its code cannot be loaded. */
  readonly install: () => Promise<InstallOffer>;
  /** Rejects while its code cannot be loaded, as `pack` and `recordingOf` do. */
  readonly voiceDesk: () => Promise<VoiceDesk>;
  /** Rejects while its code cannot be loaded. */
  readonly listeningDesk: () => Promise<ListeningDesk>;
  /** Likewise. */
  readonly sourceDesk: () => Promise<SourceDesk>;
  /** Likewise. */
  readonly searchDesk: () => Promise<SearchClient>;
  /** Likewise. */
  readonly dataDesk: () => Promise<DataDesk>;
}

export const servicesContext = createContext<AppServices>('degjo-services');
