import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ListeningSession } from './listening-session.ts';
import { OnePlays, playingChannel } from './one-plays.ts';

class Session extends EventTarget {
  isPlaying = false;
  play(): void {
    this.set(true);
  }
  pause(): void {
    if (this.isPlaying) this.set(false);
  }
  private set(isPlaying: boolean): void {
    this.isPlaying = isPlaying;
    this.dispatchEvent(new CustomEvent('change'));
  }
}

const channels: BroadcastChannel[] = [];
let clock = 0;

function openWindow() {
  const session = new Session();
  const channel = new BroadcastChannel(playingChannel);
  channels.push(channel);
  return { session, one: new OnePlays(session as unknown as ListeningSession, channel, () => ++clock) };
}

let [first, second] = [openWindow(), openWindow()];

beforeEach(() => {
  [first, second] = [openWindow(), openWindow()];
});
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

const state = () => [first, second].map(({ session, one }) => [session.isPlaying, one.isElsewhere]);

it('whoever begins takes over, and the others know', async () => {
  first.session.play();
  await vi.waitFor(() =>
    expect(state()).toEqual([
      [true, false],
      [false, true],
    ]),
  );
  second.session.play();
  await vi.waitFor(() =>
    expect(state()).toEqual([
      [false, true],
      [true, false],
    ]),
  );
  second.session.pause();
  await vi.waitFor(() =>
    expect(state()).toEqual([
      [false, false],
      [false, false],
    ]),
  );
});

it('when both begin at once, one of them plays', async () => {
  first.session.play();
  second.session.play();
  await vi.waitFor(() =>
    expect(state()).toEqual([
      [false, true],
      [true, false],
    ]),
  );
});

it('a window that comes later knows, and can silence the one that plays', async () => {
  first.session.play();
  const late = openWindow();
  const told = vi.fn();
  late.one.addEventListener('change', told);
  await vi.waitFor(() => expect(late.one.isElsewhere).toBe(true));
  late.one.stop();
  await vi.waitFor(() => expect([first.session.isPlaying, late.one.isElsewhere]).toEqual([false, false]));
  expect(told).toHaveBeenCalledTimes(2);
});
