import { createContext } from '@lit/context';
import type { ArticleIntake } from '../articles/intake.ts';
import type { AppUpdateOffer } from './app-update-offer.ts';
import type { EditionSync } from '../library/edition-sync.ts';
import type { Library } from '../library/library.ts';
import type { ListeningSession } from '../listening/listening-session.ts';

/** The one instance of each, handed in by main.ts. */
export interface AppServices {
  readonly library: Library;
  readonly session: ListeningSession;
  readonly sync: EditionSync;
  readonly intake: ArticleIntake;
  readonly update: AppUpdateOffer;
}

export const servicesContext = createContext<AppServices>('degjo-services');
