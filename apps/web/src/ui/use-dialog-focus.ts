import { useEffect } from 'react';
import { overlays } from './overlays.js';

const DIALOG = '[role="dialog"]';
/** Where typing begins in a dialog: the field that says so, or the first. */
const FIRST = ['[data-first]', 'textarea, input:not([type="checkbox"]):not([type="file"])'];

/**
 * Dialogs begin in their first field, not at the cross that closes them, and when one goes, the focus is again where it was.
 * The component library does neither for a dialog that is made when it opens and taken out when it closes.
 */
export function useDialogFocus(): void {
  useEffect(() => {
    const before = new Map<Element, Element | null>();
    const content = (): HTMLElement | null => document.getElementById('content');
    // A button that led to the dialog may go a moment later, because what it does was done.
    let returned: Element | null = null;
    const left = new MutationObserver(() => {
      if (returned?.isConnected) return;
      left.disconnect();
      if (document.activeElement === document.body) content()?.focus();
    });
    const came = ({ target, relatedTarget }: FocusEvent): void => {
      if (target !== returned) left.disconnect();
      const dialog = (target as Element).closest(DIALOG);
      if (!dialog || before.has(dialog)) return;
      before.set(dialog, relatedTarget as Element | null);
      if (!(target as Element).matches('.ant-modal-close')) return;
      const field = FIRST.map((one) => dialog.querySelector<HTMLElement>(one)).find((one) => one !== null);
      field?.focus();
    };
    const gone = new MutationObserver(() => {
      for (const [dialog, where] of before) {
        if (dialog.isConnected) continue;
        before.delete(dialog);
        if (document.activeElement !== document.body || where === null) continue;
        returned = where.isConnected ? where : content();
        (returned as HTMLElement | null)?.focus();
        left.observe(document.body, { childList: true, subtree: true });
      }
    });
    document.addEventListener('focusin', came);
    gone.observe(overlays(), { childList: true });
    return () => {
      document.removeEventListener('focusin', came);
      gone.disconnect();
      left.disconnect();
    };
  }, []);
}
