/** Short words that name a state. */
import type { ReactNode } from 'react';

export type BadgeTone = 'neutral' | 'accent' | 'error';

const tones: Record<BadgeTone, string> = {
  neutral: 'border-line text-muted',
  accent: 'border-accent text-accent',
  error: 'border-error text-error',
};

export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-control border px-1.5 text-small whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}

export const bandLevels = ['low', 'moderate', 'high', 'veryHigh'] as const;
export type BandLevel = (typeof bandLevels)[number];

/** The colour of a band as a CSS value, for charts. */
export const bandColour: Record<BandLevel, string> = {
  low: 'var(--color-risk-low)',
  moderate: 'var(--color-risk-moderate)',
  high: 'var(--color-risk-high)',
  veryHigh: 'var(--color-risk-very-high)',
};

const fills: Record<BandLevel, string> = {
  low: 'fill-risk-low',
  moderate: 'fill-risk-moderate',
  high: 'fill-risk-high',
  veryHigh: 'fill-risk-very-high',
};

/** A risk band: steps that rise, a colour and always the word, so that no one sign carries it alone. */
export function BandBadge({ band, label }: { band: BandLevel; label: string }) {
  const steps = bandLevels.indexOf(band) + 1;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
        {bandLevels.map((level, index) => (
          <rect
            key={level}
            x={index * 4.75}
            y={9 - index * 3}
            width="3.5"
            height={3 + index * 3}
            rx="0.5"
            className={index < steps ? fills[band] : 'fill-line'}
          />
        ))}
      </svg>
      {label}
    </span>
  );
}
