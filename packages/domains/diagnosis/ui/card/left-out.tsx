/** Stands for a section whose figures a card does not have, and says why. */
import type { ModelCard } from '@praxis/core';
import type { Wording } from '../wording.ts';
import { Section } from './section.tsx';

export function LeftOut({
  card,
  wording,
  id,
  title,
}: {
  card: ModelCard;
  wording: Wording;
  id: string;
  title: string;
}) {
  const isPrivate = card.parts.some(({ learner }) => learner === 'privateLogistic');
  return (
    <Section
      id={id}
      title={title}
      note={wording.screen(`card.figures.leftOut.${isPrivate ? 'private' : 'older'}`)}
    >
      {null}
    </Section>
  );
}
