import { css } from 'lit';

/** What every element of ours starts from: sizes, focus, buttons. */
export const shared = css`
  :host {
    box-sizing: border-box;
  }

  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }

  a {
    color: inherit;
  }

  /*
   * The player is a floor: what is focused or scrolled to stays above it. Not by a padding of the page, for which the
   * player's own controls would seem hidden, and the text be scrolled away under whoever tabs to them.
   */
  a,
  button,
  input,
  textarea,
  summary,
  [data-block] {
    scroll-margin-bottom: calc(var(--floor, 0px) + var(--above-floor, 1rem));
  }

  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  /* Headings that take the focus after a change of page are not controls. */
  [tabindex='-1']:focus {
    outline: none;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-width: var(--target);
    min-height: var(--target);
    padding: 0 min(1.25rem, 6vw);
    border: 1px solid var(--hairline);
    border-radius: calc(var(--target) / 2);
    background: var(--card);
    color: var(--ink);
    font: 600 var(--size-body) / 1.2 var(--font);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button[disabled] {
    opacity: 0.45;
    cursor: default;
  }

  .round {
    padding: 0;
    border-radius: 50%;
    width: var(--target);
    flex: none;
  }

  .bare {
    border-color: transparent;
    background: transparent;
  }

  .primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  .meta {
    color: var(--second-ink);
    font-size: var(--size-meta);
    line-height: 1.4;
  }

  .hidden-visually {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  degjo-icon {
    display: inline-flex;
    flex: none;
  }

  degjo-icon svg {
    width: clamp(24px, 1.5rem, 36px);
    height: clamp(24px, 1.5rem, 36px);
    fill: var(--fill, none);
  }

  @media (hover: hover) {
    button:hover:not([disabled]),
    .button:hover {
      border-color: var(--accent);
    }
  }

  @media (forced-colors: active) {
    button,
    .button {
      border-color: ButtonText;
    }
  }
`;
