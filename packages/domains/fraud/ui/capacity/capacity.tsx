/** What is a review worth? The answer in a sentence, then the pictures that it rests on. */
import { buttonClass, Disclosure, Empty } from '@praxis/ui';
import Link from 'next/link';
import type { ReadAssumptions } from '../../service/assumptions.ts';
import type { Worth } from '../../service/worth.ts';
import { SimulatedBadge } from '../simulated-badge.tsx';
import { useWording } from '../wording.ts';
import { Answer } from './answer.tsx';
import { AssumptionsForm, type NamedModel } from './assumptions-form.tsx';
import { BlindSpots } from './blind-spots.tsx';
import { OneMoreAnalyst } from './one-more-analyst.tsx';
import { Precision } from './precision.tsx';
import { Thresholds } from './thresholds.tsx';

interface CapacityProps {
  readonly worth: Worth;
  readonly asked: ReadAssumptions;
  /** Whose worth can be asked for, the one that serves first. */
  readonly models: readonly NamedModel[];
  /** The expected loss from which the house asks for a review at present. */
  readonly presentMinor: number;
  /** Addresses: of this screen, of the training page. */
  readonly action: string;
  readonly trainingHref: string;
}

export function Capacity({ worth, asked, models, presentMinor, action, trainingHref }: CapacityProps) {
  const { capacity } = useWording();
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-title">{capacity('title')}</h1>
        <p className="text-muted">{capacity('intro')}</p>
      </header>
      {worth.kind === 'figures' ? (
        <Figures worth={worth} asked={asked} models={models} presentMinor={presentMinor} action={action} />
      ) : (
        <NoFigures worth={worth} trainingHref={trainingHref} />
      )}
    </div>
  );
}

type WorthFigures = Extract<Worth, { kind: 'figures' }>;

function Figures({
  worth: { period, figures },
  asked,
  models,
  presentMinor,
  action,
}: Omit<CapacityProps, 'worth' | 'trainingHref'> & { readonly worth: WorthFigures }) {
  const wording = useWording();
  const { capacity } = wording;
  const shared = { figures, assumptions: asked.assumptions, currency: period.currency, wording };
  return (
    <>
      <AssumptionsForm
        asked={{ texts: asked.texts, misunderstood: asked.misunderstood }}
        currency={period.currency}
        models={models}
        shown={period.artifact}
        action={action}
      />
      <Answer {...shared} period={period} />
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
        <Thresholds {...shared} presentMinor={presentMinor} />
        <OneMoreAnalyst {...shared} />
        <Precision {...shared} />
        <BlindSpots {...shared} period={period} />
      </div>
      <div className="flex max-w-prose flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <SimulatedBadge alerts={[period]} wording={wording} />
        </div>
        <p className="text-small text-muted">
          {capacity('period', {
            payments: wording.number(period.payments),
            cards: wording.number(period.cards),
            days: period.days,
            from: wording.day(period.fromSeconds),
            until: wording.day(period.untilSeconds),
            frauds: wording.number(period.frauds),
            model: period.artifact.slice(0, 12),
          })}
        </p>
        <Disclosure
          summary={<span className="text-small">{capacity('assumed.title')}</span>}
          remember="capacity-assumed"
        >
          <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
            {(['order', 'stop', 'cost', 'days', 'truth', 'chance'] as const).map((name) => (
              <li key={name}>{capacity(`assumed.${name}`)}</li>
            ))}
            {period.simulated && <li>{capacity('assumed.simulated')}</li>}
          </ul>
        </Disclosure>
      </div>
    </>
  );
}

function NoFigures({ worth, trainingHref }: { worth: Exclude<Worth, WorthFigures>; trainingHref: string }) {
  const { capacity, listed } = useWording();
  const training = (
    <Link href={trainingHref} className={buttonClass()}>
      {capacity('training')}
    </Link>
  );
  switch (worth.kind) {
    case 'noModel':
      return (
        <Empty title={capacity('noModelTitle')} action={training}>
          {capacity('noModel')}
        </Empty>
      );
    case 'noScores':
      return (
        <Empty title={capacity('noScoresTitle')} action={training}>
          {capacity('noScores', { model: worth.artifact.slice(0, 12) })}
        </Empty>
      );
    case 'severalCurrencies':
      return (
        <Empty title={capacity('severalTitle')}>
          {capacity('several', { currencies: listed(worth.currencies) })}
        </Empty>
      );
  }
}
