import { css } from 'lit';

/** The text of an article, as the listener wants it to look (apply-look.ts). */
export const readingStyles = css`
  .reading {
    display: flex;
    flex-direction: column;
    gap: var(--reading-paragraphs);
    max-width: var(--reading-measure);
    font-family: var(--reading-font);
    font-size: var(--size-reading);
    line-height: var(--reading-lines);
    letter-spacing: var(--reading-letters);
    word-spacing: var(--reading-words);
    hyphens: manual;
  }

  /* Only where the lit sentence can have a colour of its own. */
  @supports selector(::highlight(x)) {
    .dimmed {
      color: var(--dim-ink);
    }
  }
`;
