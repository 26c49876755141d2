'use client';
/** The keys that work on every page. */
import { isTyping } from '@praxis/ui';
import { useEffect } from 'react';

/** A page marks its search box with `data-search`; `/` brings the focus there. */
export function useShellKeys({ onHelp, onCommands }: { onHelp: () => void; onCommands: () => void }) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const commanded = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (commanded && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onCommands();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') {
        event.preventDefault();
        onHelp();
      }
      if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('[data-search]');
        if (!search) return;
        event.preventDefault();
        search.focus();
      }
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onHelp, onCommands]);
}
