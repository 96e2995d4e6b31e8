import { type RefObject, useEffect } from 'react';
import type { Stretch } from '../../core/text/segments.ts';

/** The offset in the stored text of a place on the page; null where there is no text of the document. */
export const offsetAt = (node: Node | null, offset: number): number | null => {
  if (node === null) return null;
  if (node.nodeType === Node.TEXT_NODE) {
    const at = node.parentElement?.closest<HTMLElement>('[data-at]')?.dataset['at'];
    return at === undefined ? null : Number(at) + offset;
  }
  // Between elements: the first text at or after the place, or the end of the last before it.
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const child = node.childNodes[offset];
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const isAfter =
      child === undefined
        ? false
        : child === text ||
          child.contains(text) ||
          (child.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isAfter && text.parentElement?.closest('[data-at]') !== null) return offsetAt(text, 0);
  }
  return null;
};

const SETTLE_MS = 180;

/** Tells which passage is selected in the text, by mouse or keyboard, once the selection rests. */
export const useSelectedPassage = (place: RefObject<HTMLElement | null>, told: (passage: Stretch) => void): void => {
  useEffect(() => {
    let timer = 0;
    const look = (): void => {
      const selection = document.getSelection();
      const container = place.current;
      if (selection === null || selection.isCollapsed || container === null) return;
      if (!container.contains(selection.anchorNode) || !container.contains(selection.focusNode)) return;
      const ends = [
        offsetAt(selection.anchorNode, selection.anchorOffset),
        offsetAt(selection.focusNode, selection.focusOffset),
      ].filter((at) => at !== null);
      const [start, end] = [Math.min(...ends), Math.max(...ends)];
      if (ends.length === 2 && end > start) told({ start, end });
    };
    const onChange = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, SETTLE_MS);
    };
    document.addEventListener('selectionchange', onChange);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', onChange);
    };
  }, [place, told]);
};
