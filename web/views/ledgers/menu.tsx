import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** A button that opens a small sheet under it; a press elsewhere or Escape closes it. */
export const Menu = ({
  label,
  children,
  isOn = false,
}: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  /** Something in it is set. */
  readonly isOn?: boolean;
}): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the elements in it
    <div
      ref={place}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        setOpen(false);
        place.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className={`button ${isOn ? 'on' : ''}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {isOpen ? (
        <div id={id} className="sheet fade">
          {children}
        </div>
      ) : null}
    </div>
  );
};
