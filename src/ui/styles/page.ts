import { css } from 'lit';

/** A page of settings or words beside the articles: one column, a way back, a headline. */
export const pageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 1rem;
    max-width: var(--measure);
  }

  nav {
    display: flex;
    margin: 0 calc(-1 * var(--gap));
  }

  h1 {
    font-size: var(--size-headline);
    line-height: 1.2;
    text-wrap: balance;
  }

  h2 {
    font-size: var(--size-title);
    line-height: 1.3;
  }

  section {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    padding-top: 1rem;
    border-top: 1px solid var(--hairline);
  }

  ul[role='list'] {
    list-style: none;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  label {
    display: flex;
    align-items: center;
    gap: var(--gap);
    min-height: var(--target);
    cursor: pointer;
  }

  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    width: clamp(24px, 1.5rem, 36px);
    height: clamp(24px, 1.5rem, 36px);
    margin: 0;
    accent-color: var(--accent);
  }

  input[type='range'] {
    flex: 1;
    min-width: min(8rem, 100%);
    height: var(--target);
    margin: 0;
    accent-color: var(--accent);
  }

  .problem {
    padding: 0.75rem 1rem;
    border-inline-start: 4px solid var(--accent);
    background: var(--card);
    font-weight: 600;
  }

  summary {
    min-height: var(--target);
    align-content: center;
    font-weight: 700;
    cursor: pointer;
  }

  @media (min-width: 64rem) {
    nav {
      display: none;
    }
  }
`;
