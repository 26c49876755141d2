/** One case of the queue: how much is at stake, why, whose, since when, and who has it. */
import { Cell, Row } from '@praxis/ui';
import Link from 'next/link';
import type { Wording } from '../wording.ts';
import type { QueueRow } from './queue-view.ts';

interface QueueRowProps {
  readonly row: QueueRow;
  readonly selected: boolean;
  readonly rowRef: (element: HTMLElement | null) => void;
  readonly href: string;
  readonly now: Date;
  readonly wording: Wording;
}

export function QueueRowCells({ row, selected, rowRef, href, now, wording }: QueueRowProps) {
  const { screen } = wording;
  const { lead, linked } = row;
  const { amountMinor, customer, terminal } = lead.transaction;
  const amount = wording.money(amountMinor, lead.currency);
  const age = wording.span(Math.max(0, now.getTime() - linked.waitsSince.getTime()) / 60_000);
  const several = linked.alertCount > 1;
  const count = screen('queue.alerts', { count: linked.alertCount });
  return (
    <Row ref={rowRef} selected={selected} className="scroll-my-16">
      <Cell numeric className="align-top">
        <Link href={href} prefetch={false} className="font-strong underline-offset-4 hover:underline">
          {wording.money(linked.expectedLossMinor, lead.currency)}
        </Link>
        <span className="block text-small text-muted">
          {several ? count : null}
          <span className="block sm:hidden">{amount}</span>
        </span>
      </Cell>
      <Cell numeric className="hidden align-top sm:table-cell">
        {amount}
      </Cell>
      <Cell numeric className="hidden align-top sm:table-cell">
        {lead.score === null ? (
          <span className="text-muted" title={wording.probability(lead)}>
            {screen('noScoreShort')}
          </span>
        ) : (
          wording.probability(lead)
        )}
      </Cell>
      <Cell className="align-top">
        {wording.mainReason(lead)}
        <span className="block text-small text-muted sm:hidden">
          {lead.score === null
            ? wording.probability(lead)
            : screen('probability', { probability: wording.probability(lead) })}
          {' · '}
          {age}
          {' · '}
          {holder(row, wording)}
        </span>
        <span className="block text-small text-muted">
          {several ? screen('queue.more', { count: linked.alertCount - 1 }) : null}
        </span>
      </Cell>
      <Cell numeric className="hidden align-top lg:table-cell">
        {linked.cardCount > 1 ? screen('queue.cards', { count: linked.cardCount }) : customer}
      </Cell>
      <Cell numeric className="hidden align-top lg:table-cell">
        {linked.terminalCount > 1 ? screen('queue.terminals', { count: linked.terminalCount }) : terminal}
      </Cell>
      <Cell className="hidden align-top whitespace-nowrap sm:table-cell">{age}</Cell>
      <Cell className="hidden align-top whitespace-nowrap text-muted sm:table-cell">
        {holder(row, wording)}
      </Cell>
    </Row>
  );
}

/** "free", "you", "Ana", or of several alerts "Ana, 2 free". */
function holder({ others, mine, free }: QueueRow, { screen, number, listed }: Wording): string {
  const holders = mine ? [screen('queue.mine'), ...others] : others;
  if (holders.length === 0) return screen('queue.free');
  const names = listed(holders);
  return free === 0 ? names : screen('queue.someHeld', { name: names, free: number(free) });
}
