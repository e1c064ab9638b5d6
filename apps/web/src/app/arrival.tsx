import { type RefObject, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { isTyping } from '../ui/use-keys.js';

/**
 * Says to whoever does not see it that another page is there: the focus goes to its heading and its title is announced, as a
 * browser would do for a page it loads itself.
 */
export function Arrival() {
  const moved = useRef(false);
  useHeadingFocus(moved);
  const title = useAnnouncedTitle(moved);
  return (
    <>
      <div role="status" className="visually-hidden">
        {title}
      </div>
      <Outlet />
    </>
  );
}

/** Moves the focus to the heading once it is there, unless somebody types, or goes elsewhere before that. */
function useHeadingFocus(moved: RefObject<boolean>): void {
  const { pathname } = useLocation();
  const known = useRef(pathname);
  useEffect(() => {
    if (known.current === pathname) return;
    known.current = pathname;
    moved.current = true;
    const left = document.activeElement;
    if (isTyping(left)) return;
    if (left instanceof HTMLElement) left.blur();
    const arrived = (): boolean => {
      if (document.activeElement !== document.body) return true;
      const heading = document.querySelector('h1');
      if (!heading) return false;
      heading.tabIndex = -1;
      heading.focus();
      return true;
    };
    if (arrived()) return;
    const watch = new MutationObserver(() => arrived() && watch.disconnect());
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [pathname, moved]);
}

/** The title of the page one has moved to. Of the first page the browser tells by itself. */
function useAnnouncedTitle(moved: RefObject<boolean>): string {
  const [announced, announce] = useState('');
  useEffect(() => {
    const watch = new MutationObserver(() => moved.current && announce(document.title));
    watch.observe(document.querySelector('title')!, { childList: true });
    return () => watch.disconnect();
  }, [moved]);
  return announced;
}
