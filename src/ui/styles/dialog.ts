import { css } from 'lit';

/** A dialog in the middle of the page: a headline with a way out, then what it is about. */
export const dialogStyles = css`
  dialog {
    width: min(30rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    padding: 1.25rem;
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
    margin-inline-end: -0.75rem;
  }

  dialog h2 {
    flex: 1;
    font-size: var(--size-title);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
`;
