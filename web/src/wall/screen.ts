import { type CSSProperties, type RefObject, useEffect, useState } from 'react';

/** The width for which the wall is drawn; on a wall everything grows with the screen, so that it is read from across the room. */
const DRAWN_FOR = 1280;
const MOST = 3;

/** Whether an element fills the screen, and the size in which it is then shown. */
export function useScreen(of: RefObject<HTMLElement | null>): { readonly full: boolean; readonly style: CSSProperties } {
  const [full, setFull] = useState(false);
  const [width, setWidth] = useState(DRAWN_FOR);
  useEffect(() => {
    const changed = () => {
      setFull(document.fullscreenElement !== null && document.fullscreenElement === of.current);
      setWidth(innerWidth);
    };
    document.addEventListener('fullscreenchange', changed);
    addEventListener('resize', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      removeEventListener('resize', changed);
    };
  }, [of]);
  const zoom = Math.min(Math.max(width / DRAWN_FOR, 1), MOST);
  return { full, style: full ? ({ zoom, '--wall-height': `calc(100vh / ${zoom})` } as CSSProperties) : {} };
}
