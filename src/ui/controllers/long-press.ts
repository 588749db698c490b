import type { ReactiveController, ReactiveControllerHost } from 'lit';

const pressTakes = 500;
/** CSS pixels that a finger may tremble. */
const tremble = 10;

/** A place that was pressed: what lies there, innermost first, and where that is on the screen. */
export interface Press {
  readonly path: readonly EventTarget[];
  readonly x: number;
  readonly y: number;
}

export function pressOf(event: MouseEvent): Press {
  return { path: event.composedPath(), x: event.clientX, y: event.clientY };
}

/**
 * A long press without moving, by finger or pen, or the other mouse button, on its host. The mouse's own button is left
 * to selecting text; and with Shift, or where the press meets nothing, the browser's menu comes as ever.
 */
export class LongPress implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly pressed: (press: Press) => boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private start: Press | undefined;
  private taken = false;

  /** @param pressed told of each press; answers whether it took it */
  constructor(host: ReactiveControllerHost & HTMLElement, pressed: (press: Press) => boolean) {
    this.host = host;
    this.pressed = pressed;
    host.addController(this);
  }

  /** Was the press that began last a long one? Then the click that comes of it is none. */
  get wasTaken(): boolean {
    return this.taken;
  }

  hostConnected(): void {
    this.host.addEventListener('pointerdown', this.down);
    this.host.addEventListener('pointermove', this.move);
    this.host.addEventListener('contextmenu', this.menu);
    this.host.addEventListener('touchend', this.lift);
    for (const type of endings) this.host.addEventListener(type, this.end);
  }

  hostDisconnected(): void {
    this.end();
    this.host.removeEventListener('pointerdown', this.down);
    this.host.removeEventListener('pointermove', this.move);
    this.host.removeEventListener('contextmenu', this.menu);
    this.host.removeEventListener('touchend', this.lift);
    for (const type of endings) this.host.removeEventListener(type, this.end);
  }

  private readonly down = (event: PointerEvent): void => {
    this.end();
    this.taken = false;
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    const press = pressOf(event);
    this.start = press;
    this.timer = setTimeout(() => (this.taken = this.pressed(press)), pressTakes);
  };

  private readonly move = ({ clientX, clientY }: PointerEvent): void => {
    if (this.start && Math.hypot(clientX - this.start.x, clientY - this.start.y) > tremble) this.end();
  };

  private readonly end = (): void => {
    clearTimeout(this.timer);
    this.start = undefined;
  };

  /** The finger that goes up must not click what has come under it meanwhile. */
  private readonly lift = (event: TouchEvent): void => {
    if (this.taken && event.cancelable) event.preventDefault();
  };

  private readonly menu = (event: MouseEvent): void => {
    // Android sends this for the press that the timer counts; both may come, in either order.
    this.end();
    if (event.shiftKey) return;
    this.taken ||= this.pressed(pressOf(event));
    if (this.taken) event.preventDefault();
  };
}

const endings = ['pointerup', 'pointercancel', 'pointerleave'] as const;
