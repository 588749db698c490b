import { css } from 'lit';

/** A dialog in the middle of the page: a headline with a way out, then what it is about. */
export const dialogStyles = css`
  dialog {
    width: min(30rem, calc(100vw - 2 * var(--edge)));
    max-width: none;
    max-height: calc(100dvh - 2 * var(--edge));
    padding: min(1.25rem, 6vw);
    border: 1px solid var(--hairline);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }

  dialog header {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-bottom: 0.5rem;
  }

  dialog header button {
    margin-inline-end: calc(-1 * var(--gap));
  }

  dialog h2 {
    flex: 1;
    min-width: 0;
    font-size: var(--size-title);
    line-height: 1.3;
  }
`;
