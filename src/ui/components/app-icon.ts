import {
  ALargeSmall,
  ArrowLeft,
  createElement,
  Download,
  Ellipsis,
  LocateFixed,
  Minus,
  Pause,
  Play,
  Plus,
  SkipBack,
  SkipForward,
  Square,
  X,
  type IconNode,
} from 'lucide';

const icons: Record<string, IconNode | undefined> = {
  back: ArrowLeft,
  close: X,
  download: Download,
  faster: Plus,
  letters: ALargeSmall,
  locate: LocateFixed,
  more: Ellipsis,
  next: SkipForward,
  pause: Pause,
  play: Play,
  plus: Plus,
  previous: SkipBack,
  slower: Minus,
  stop: Square,
};

/** Icons that come with the pages that show them, before the first of them is shown. */
export function addIcons(more: Record<string, IconNode>): void {
  Object.assign(icons, more);
}

/** A decorative icon of 24 by 24 in the colour of the text; the name belongs to the button around it. */
class AppIcon extends HTMLElement {
  static readonly observedAttributes = ['name'];

  connectedCallback(): void {
    this.draw();
  }

  attributeChangedCallback(): void {
    // Not before it stands in the page: Lit counts the nodes of a template's copy, and would count the drawing too.
    if (this.isConnected) this.draw();
  }

  private draw(): void {
    const node = icons[this.getAttribute('name') ?? ''];
    this.replaceChildren(...(node ? [createElement(node, { 'aria-hidden': 'true' })] : []));
  }
}

customElements.define('degjo-icon', AppIcon);
