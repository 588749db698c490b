import {
  ArrowLeft,
  createElement,
  FileText,
  LocateFixed,
  Minus,
  Pause,
  Pencil,
  Play,
  Plus,
  SkipBack,
  SkipForward,
  Square,
  Trash,
  X,
  type IconNode,
} from 'lucide';

const icons = {
  back: ArrowLeft,
  close: X,
  edit: Pencil,
  faster: Plus,
  file: FileText,
  locate: LocateFixed,
  next: SkipForward,
  pause: Pause,
  play: Play,
  plus: Plus,
  previous: SkipBack,
  remove: Trash,
  slower: Minus,
  stop: Square,
} satisfies Record<string, IconNode>;

export type IconName = keyof typeof icons;

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
    const node = icons[this.getAttribute('name') as IconName] as IconNode | undefined;
    this.replaceChildren(...(node ? [createElement(node, { 'aria-hidden': 'true' })] : []));
  }
}

customElements.define('degjo-icon', AppIcon);
