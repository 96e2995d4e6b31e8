import type { Page } from 'playwright-core';

interface Recording {
  readonly frames: number[];
  isOn: boolean;
}

declare global {
  interface Window {
    __frames?: Recording;
  }
}

/** Begins to note the time between one frame of a page and the next. */
export const recordFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const recording: Recording = { frames: [], isOn: true };
    window.__frames = recording;
    let before: number | null = null;
    const note = (now: number): void => {
      if (before !== null) recording.frames.push(now - before);
      before = now;
      if (recording.isOn) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });

/** Ends it. Milliseconds between frames, in order. */
export const recordedFrames = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const recording = window.__frames;
    if (recording === undefined) throw new Error('Expected frames to be recorded.');
    recording.isOn = false;
    return recording.frames;
  });
