/** What has just happened, in one place above the alert, with the way back. */
import { Button, Kbd, Notice } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import type { Told as ToldEvent } from './desk-state.ts';

export function Told({
  told,
  onUndo,
  wording,
}: {
  told: ToldEvent | null;
  onUndo: () => void;
  wording: Wording;
}) {
  const { screen } = wording;
  const unreachable = screen('review.unreachable');
  if (told?.kind === 'returned') {
    const { given, message } = told;
    return (
      <Notice tone="error" title={screen('review.returned', { id: String(given.alertId) })}>
        {message ?? unreachable} {given.note === null ? null : screen('review.returnedNote')}
      </Notice>
    );
  }
  if (told?.kind === 'failed') return <Notice tone="error">{told.message ?? unreachable}</Notice>;
  return (
    <div role="status" data-print="hide" className="flex min-h-9 flex-wrap items-center gap-x-4 text-muted">
      {told?.kind === 'given' ? (
        <>
          <span className="text-ink">
            {screen('review.toast', {
              id: String(told.given.alertId),
              verdict: screen(`verdicts.${told.given.verdict}`),
              reason: screen(`verdictReasons.${told.given.reason}`),
            })}
          </span>
          <Button kind="quiet" onClick={onUndo} aria-keyshortcuts="u">
            {screen('review.undo')} <Kbd>u</Kbd>
          </Button>
        </>
      ) : null}
      {told?.kind === 'undone' ? screen('review.undone', { id: String(told.alertId) }) : null}
      {told?.kind === 'noneFree' ? screen('review.noneFree') : null}
      {told?.kind === 'noteKept' ? screen('review.noteKept') : null}
    </div>
  );
}
