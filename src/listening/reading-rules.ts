/** What an article is not needed to be shown for, only to be heard: it comes while the article is being shown. */
export * from '../language/core.ts';
export * from './left-out.ts';
export * from './spoken-sentence.ts';
export * from './steps.ts';
