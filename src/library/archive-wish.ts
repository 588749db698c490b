/** How long articles stay that came by themselves; 0 sets no limit. */
export interface ArchiveWish {
  /** Days since they came. */
  readonly days: number;
  /** How many of them, the newest. */
  readonly articles: number;
}

export const keepAll: ArchiveWish = { days: 0, articles: 0 };
