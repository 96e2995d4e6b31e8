import { type ReactNode, useEffect, useRef } from 'react';
import { useKeys } from '../core/keys.ts';
import './drawer.css';

/** A sheet at the side of the view, over it on a narrow page. Escape closes it; the view stays usable beside it. */
export const Drawer = ({
  title,
  close,
  children,
}: {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  const sheet = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  useKeys([{ keys: 'Escape', does: 'close what is open', act: close }]);
  useEffect(() => {
    before.current = document.activeElement;
    sheet.current?.focus({ preventScroll: true });
    return () => {
      if (before.current instanceof HTMLElement || before.current instanceof SVGElement)
        before.current.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside ref={sheet} className="drawer fade" aria-label={title} tabIndex={-1}>
      <button type="button" className="quiet close no-print" onClick={close} aria-label="Close">
        ×
      </button>
      {children}
    </aside>
  );
};
