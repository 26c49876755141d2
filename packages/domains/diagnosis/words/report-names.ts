/** What a card's keys are called in a report. */
import type { Language } from '@praxis/core';
import type { ReportNames } from '@praxis/core/report';
import { en } from './en.ts';
import type { SameShape } from './shape.ts';
import { zh } from './zh.ts';

const words: Readonly<Record<Language, SameShape<typeof en>>> = { en, zh };

/** A key that the words do not know stands for itself. */
export function reportNames(language: Language): ReportNames {
  const { outcomes, outcomeSentences, excluded, limits, features, subgroups } = words[language];
  return {
    outcome: (key) => named(outcomes, key),
    definition: (key) => Object.entries(outcomeSentences).find(([name]) => name === key)?.[1] ?? null,
    excluded: (key) => named(excluded, key),
    limit: (key) => named(limits, key),
    // Its flag is of men; its label is of both.
    feature: (name) =>
      name === 'male' ? subgroups.sex.levels.male : (labelled(features, name)?.label ?? name),
    unit: (feature, unit) => labelled(features, feature)?.unit ?? unit,
    group: (group) => labelled(subgroups, group)?.label ?? group,
    level: (group, level) => named(labelled(subgroups, group)?.levels ?? {}, level),
  };
}

const named = (of: Readonly<Record<string, string>>, key: string): string => of[key] ?? key;

interface Labelled {
  readonly label: string;
  readonly unit?: string;
  readonly levels?: Readonly<Record<string, string>>;
}

const labelled = (of: Readonly<Record<string, Labelled>>, key: string): Labelled | undefined => of[key];
