import { css } from 'lit';

/** The simple mode fills the screen: text above, buttons in thumb's reach; side by side where the screen is low. */
export const simpleStyles = css`
  :host {
    position: fixed;
    inset: 0;
    z-index: 1;
    display: grid;
    grid-template-rows: minmax(min(9rem, 40vh), 1fr) auto auto;
    gap: var(--gap);
    overflow-y: auto;
    padding: max(var(--gap), env(safe-area-inset-top)) max(var(--edge), env(safe-area-inset-right))
      max(0.5rem, env(safe-area-inset-bottom)) max(var(--edge), env(safe-area-inset-left));
    background: var(--paper);
    --enlarged: 1.25;
  }

  .text {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    min-height: 0;
    overflow-y: auto;
  }

  .meta {
    font-size: var(--size-body);
  }

  h1 {
    font-size: clamp(1.5rem, min(1rem + 3vw, 7vh), 2.75rem);
    line-height: 1.2;
    text-wrap: balance;
  }

  [role='status'] p {
    font-size: var(--size-title);
    font-weight: 600;
    line-height: 1.35;
  }

  .buttons {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--gap);
  }

  .buttons button {
    flex-direction: column;
    min-height: max(4rem, 10vh);
    padding: 0.375rem;
    border: 3px solid var(--ink);
    border-radius: 1.5rem;
    font-size: clamp(var(--size-body), min(5vw, 5vh), var(--size-title));
    font-weight: 700;
  }

  .buttons .play {
    grid-column: 1 / -1;
    min-height: max(5.5rem, 18vh);
    border-color: transparent;
    --fill: currentColor;
  }

  .buttons svg {
    width: clamp(36px, 2.25rem, 48px);
    height: clamp(36px, 2.25rem, 48px);
  }

  .play svg {
    width: clamp(48px, 3.5rem, 72px);
    height: clamp(48px, 3.5rem, 72px);
  }

  :focus-visible {
    outline-width: 5px;
  }

  @media (forced-colors: active) {
    .buttons .play {
      border-color: ButtonText;
    }
  }

  /* Enlarged, each button has a row of its own. */
  @media (max-width: 17rem) {
    .buttons {
      grid-template-columns: minmax(0, 1fr);
    }

    .buttons button:not(.play) {
      flex-direction: row;
      min-height: 4.5rem;
    }
  }

  /* On a low screen the way out stays in sight. */
  @media (max-height: 32rem) {
    :host {
      grid-template-rows: minmax(min(9rem, 24vh), 1fr) auto auto;
    }

    .buttons button {
      gap: 0;
      min-height: 3.5rem;
    }

    .buttons .play {
      min-height: 4.5rem;
    }

    .buttons svg {
      width: 28px;
      height: 28px;
    }

    .play svg {
      width: 40px;
      height: 40px;
    }
  }

  /* A phone held across, and everything wider than high. */
  @media (min-width: 36rem) and (min-aspect-ratio: 1) {
    :host {
      grid-template: 1fr auto / 1fr minmax(20rem, 42%);
      gap: 0.75rem 1.5rem;
      --enlarged: 1.5;
    }

    .buttons {
      grid-row: 1 / -1;
      grid-column: 2;
      grid-template-rows: 2fr 1fr 1fr;
    }

    .buttons button,
    .buttons .play {
      min-height: 4rem;
    }
  }

  @media (min-width: 64rem) and (min-height: 36rem) {
    :host {
      padding: 2rem max(2rem, calc((100vw - 80rem) / 2));
      --enlarged: 2;
    }
  }
`;
