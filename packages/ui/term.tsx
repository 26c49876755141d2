'use client';
/** A term of the field with its explanation on hover, focus or touch. */
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

export function Term({ children, explanation }: { children: ReactNode; explanation: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={200}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <button
            type="button"
            className="cursor-help text-left underline decoration-line-strong decoration-dotted underline-offset-4"
          >
            {children}
          </button>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content
            sideOffset={6}
            collisionPadding={12}
            className="z-50 max-w-72 rounded-control bg-ink px-3 py-2 text-small font-normal text-page"
          >
            {explanation}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
