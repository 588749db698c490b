import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Look } from '../../library/look.ts';
import type { ListeningSession, SessionEventMap } from '../../listening/listening-session.ts';
import type { ArticleText } from '../components/article-text.ts';
import { createHighlighter, type Highlighter } from '../highlighter.ts';

/**
 * Lights the sentence that is spoken and keeps it in view, without a render. A reader who scrolls away is left alone:
 * following ends when the lit sentence leaves the screen by their hand, and begins again when they bring it back.
 */
export class ReadingLight implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly session: () => ListeningSession;
  private readonly text: () => ArticleText | undefined;
  private readonly follow: () => Look['follow'];
  private readonly mayScroll: () => boolean;
  private highlighter: Highlighter | undefined;
  private lit: Range | undefined;
  private litIndex = -1;
  private following = true;
  /** Is the scrolling that goes on by the reader's hand? */
  private byHand = false;

  /**
   * @param text the text on the page, once it stands there
   * @param follow what the listener wants to be lit
   * @param mayScroll may the page move by itself?
   */
  constructor(
    host: ReactiveControllerHost,
    session: () => ListeningSession,
    text: () => ArticleText | undefined,
    follow: () => Look['follow'],
    mayScroll: () => boolean,
  ) {
    this.host = host;
    this.session = session;
    this.text = text;
    this.follow = follow;
    this.mayScroll = mayScroll;
    host.addController(this);
  }

  /** Did the reader leave the lit sentence behind? */
  get isAway(): boolean {
    return !this.following && this.lit !== undefined;
  }

  hostConnected(): void {
    this.session().addEventListener('change', this.update);
    this.session().addEventListener('word', this.word);
    for (const type of handEvents) addEventListener(type, this.hand, { passive: true });
    addEventListener('scroll', this.scrolled, { passive: true });
  }

  hostDisconnected(): void {
    this.session().removeEventListener('change', this.update);
    this.session().removeEventListener('word', this.word as EventListener);
    for (const type of handEvents) removeEventListener(type, this.hand);
    removeEventListener('scroll', this.scrolled);
    this.extinguish();
  }

  hostUpdated(): void {
    this.update();
    // The text is drawn after its page: a sentence that is paused at is lit then.
    void this.text()?.updateComplete.then(this.update);
  }

  /** Back to the sentence that is lit. */
  comeBack(): void {
    this.setFollowing(true);
    this.show();
  }

  private readonly update = (): void => {
    const text = this.text();
    const { article, script, index, playback, skipped } = this.session().snapshot;
    const here = text?.article !== undefined && text.article === article;
    if (!here || playback === 'idle' || this.follow() === 'nothing') {
      this.extinguish();
      return;
    }
    if (!script || (index === this.litIndex && this.lit)) return;
    const rangeOf = (at: number): Range[] => {
      const sentence = script.sentences[at];
      return sentence ? oneOrNone(text.rangeOf(sentence.block, sentence.start, sentence.end)) : [];
    };
    this.litIndex = index;
    [this.lit] = rangeOf(index);
    this.highlighter ??= text.shadowRoot ? createHighlighter(text.shadowRoot) : undefined;
    this.highlighter?.light('word');
    this.highlighter?.light('sentence', ...oneOrNone(this.lit));
    this.highlighter?.light('skipped', ...skipped.flatMap(rangeOf));
    if (this.following && this.mayScroll()) this.show();
  };

  private readonly word = ({ detail: { block, start, end } }: SessionEventMap['word']): void => {
    if (this.lit && this.follow() === 'words')
      this.highlighter?.light('word', ...oneOrNone(this.text()?.rangeOf(block, start, end)));
  };

  private extinguish(): void {
    if (this.litIndex < 0) return;
    for (const layer of ['word', 'sentence', 'skipped'] as const) this.highlighter?.light(layer);
    this.lit = undefined;
    this.litIndex = -1;
    this.setFollowing(true);
  }

  private readonly hand = (event: Event): void => {
    if (event instanceof KeyboardEvent && !scrollKeys.has(event.key)) return;
    // A press means scrolling only on the page's own scroll bar, which belongs to the root.
    if (event.type === 'pointerdown' && event.target !== document.documentElement) return;
    this.byHand = true;
  };

  private readonly scrolled = (): void => {
    if (!this.lit || !this.byHand || !this.mayScroll()) return;
    this.setFollowing(this.isInView(this.lit.getBoundingClientRect()));
  };

  private setFollowing(following: boolean): void {
    if (following) this.byHand = false;
    if (following === this.following) return;
    this.following = following;
    this.host.requestUpdate();
  }

  private isInView({ top, bottom }: DOMRect): boolean {
    return bottom > 0 && top < innerHeight - floorHeight();
  }

  /** Scrolls only where part of the sentence is hidden: to the middle, or to its start where it is long. */
  private show(): void {
    if (!this.lit) return;
    const room = innerHeight - floorHeight();
    // Text far from the screen may not be laid out yet: its block is brought near first.
    let box = this.lit.getBoundingClientRect();
    if (box.height === 0) {
      this.lit.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      box = this.lit.getBoundingClientRect();
    }
    if (box.top >= 0 && box.bottom <= room) return;
    const target = box.height > room / 2 ? box.top - room / 8 : box.top - (room - box.height) / 2;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(target) > 2 * room;
    // To a place, not by a distance: a distance would be added to that of a scroll still under way.
    scrollTo({ top: scrollY + target, behavior: calm ? 'instant' : 'smooth' });
  }
}

function oneOrNone<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

/** Height of the player in CSS pixels: what is behind it counts as out of sight. */
function floorHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--floor')) || 0;
}

/** How a hand scrolls. Scrolling itself says nothing of whose it was. */
const handEvents = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'Tab']);
