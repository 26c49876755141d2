/** The card of the fraud model: what it finds, how it was chosen, what it does not know, where it comes from. */
import type { ModelCard as Card } from '@praxis/core';
import { Badge, Term } from '@praxis/ui';
import { useWording } from '../wording.ts';
import { Calibration } from './calibration.tsx';
import { Candidates } from './candidates.tsx';
import { OwnFigures, PerformanceTable } from './figures.tsx';
import { Matters } from './matters.tsx';
import { Learned, Limits, Lineage } from './provenance.tsx';

/** @param artifact content hash of the model's folder */
export function ModelCard({ card, artifact }: { card: Card; artifact: string }) {
  const wording = useWording();
  const { card: word, screen } = wording;
  return (
    <article className="flex flex-col gap-8">
      <header>
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-title">{word('title')}</h1>
          {card.data.sources.some(({ simulated }) => simulated) && (
            <Badge>
              <Term explanation={screen('simulatedMeaning')}>{screen('simulated')}</Term>
            </Badge>
          )}
        </div>
        <p className="text-muted">
          {word('subtitle', {
            date: wording.moment(new Date(card.createdAt)),
            learner: word(`learners.${card.learner}`),
          })}
        </p>
      </header>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-10">
          <OwnFigures card={card} wording={wording} />
          <PerformanceTable card={card} wording={wording} />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <Limits card={card} wording={wording} />
          <Learned card={card} wording={wording} />
          <Calibration card={card} wording={wording} />
        </div>
      </div>
      <Candidates card={card} wording={wording} />
      <Matters card={card} wording={wording} />
      <Lineage card={card} artifact={artifact} wording={wording} />
    </article>
  );
}
