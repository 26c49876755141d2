/** A state of mastery as a shape: full, half, a question, empty. Never alone: its word stands beside it or is read out. */
import type { MasteryState } from '../../service/class/mastery.ts';

const side = 14;
const middle = side / 2;

export function MasteryMark({ state }: { state: MasteryState }) {
  return (
    <svg width={side} height={side} viewBox={`0 0 ${side} ${side}`} aria-hidden="true" className="shrink-0">
      {state === 'notMet' ? (
        <circle cx={middle} cy={middle} r={1.5} className="fill-line-strong" />
      ) : (
        <rect
          x={1}
          y={1}
          width={side - 2}
          height={side - 2}
          rx={2}
          className={state === 'mastered' ? 'fill-ink stroke-ink' : 'fill-transparent stroke-muted'}
          strokeDasharray={state === 'unsure' ? '2 2' : undefined}
        />
      )}
      {state === 'learning' ? (
        <rect x={1} y={middle} width={side - 2} height={middle - 1} className="fill-muted" />
      ) : null}
    </svg>
  );
}
