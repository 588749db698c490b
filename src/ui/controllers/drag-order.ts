import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Drag {
  readonly rows: readonly HTMLElement[];
  /** Where each row lies, in pixels of the page. */
  readonly boxes: readonly { readonly top: number; readonly height: number }[];
  readonly from: number;
  readonly startY: number;
  pointerY: number;
  to: number;
}

/** Pixels from an edge of the window in which the page scrolls along, and how far each time. */
const edge = 72;
const scrollStep = 12;

/**
 * Dragging a row of a list to another place, by mouse, finger or pen. While it goes on the rows only look moved; the
 * list itself, of the class `dragging` meanwhile, changes when it is let go, and not at all by Escape.
 */
export class DragOrder implements ReactiveController {
  readonly #moved: (from: number, to: number) => void;
  #drag: Drag | undefined;

  /** @param moved told once, at the end, where it is another place than before */
  constructor(host: ReactiveControllerHost, moved: (from: number, to: number) => void) {
    this.#moved = moved;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end(false);
  }

  /** To be called when a handle is pressed. @param rows all rows of the list, in order; `from` is the handle's */
  begin(event: PointerEvent, rows: readonly HTMLElement[], from: number): void {
    if (!event.isPrimary || event.button !== 0) return;
    // Not a selection of text, nor a scroll.
    event.preventDefault();
    rows[from]?.closest('ul')?.classList.add('dragging');
    const boxes = rows.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return { top: top + scrollY, height };
    });
    const startY = event.clientY + scrollY;
    this.#drag = { rows, boxes, from, startY, pointerY: event.clientY, to: from };
    rows[from]?.classList.add('dragged');
    addEventListener('pointermove', this.#move);
    addEventListener('pointerup', this.#drop);
    addEventListener('pointercancel', this.#cancel);
    addEventListener('keydown', this.#key, true);
    requestAnimationFrame(this.#scrollAlong);
  }

  readonly #move = (event: PointerEvent): void => {
    if (!this.#drag || !event.isPrimary) return;
    this.#drag.pointerY = event.clientY;
    this.#show(this.#drag);
  };

  #show(drag: Drag): void {
    const { rows, boxes, from, startY, pointerY } = drag;
    const own = boxes[from];
    if (!own) return;
    const shift = pointerY + scrollY - startY;
    const middle = own.top + own.height / 2 + shift;
    const isPassed = (index: number): boolean => {
      const box = boxes[index];
      return (
        box !== undefined && (index < from ? middle < box.top + box.height / 2 : middle > box.top + box.height / 2)
      );
    };
    const passed = boxes.map((_, index) => index !== from && isPassed(index));
    const before = passed.indexOf(true);
    drag.to = before >= 0 && before < from ? before : Math.max(from, passed.lastIndexOf(true));
    for (const [index, row] of rows.entries()) {
      const way = passed[index] ? (index < from ? own.height : -own.height) : 0;
      row.style.transform = `translateY(${index === from ? shift : way}px)`;
    }
  }

  readonly #scrollAlong = (): void => {
    const drag = this.#drag;
    if (!drag) return;
    const step = drag.pointerY < edge ? -scrollStep : drag.pointerY > innerHeight - edge ? scrollStep : 0;
    if (step !== 0) {
      scrollBy({ top: step, behavior: 'instant' });
      this.#show(drag);
    }
    requestAnimationFrame(this.#scrollAlong);
  };

  readonly #drop = (): void => this.#end(true);
  readonly #cancel = (): void => this.#end(false);

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#end(false);
  };

  #end(isDropped: boolean): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = undefined;
    removeEventListener('pointermove', this.#move);
    removeEventListener('pointerup', this.#drop);
    removeEventListener('pointercancel', this.#cancel);
    removeEventListener('keydown', this.#key, true);
    for (const row of drag.rows) row.style.transform = '';
    drag.rows[drag.from]?.classList.remove('dragged');
    drag.rows[drag.from]?.closest('ul')?.classList.remove('dragging');
    if (isDropped && drag.to !== drag.from) this.#moved(drag.from, drag.to);
  }
}
