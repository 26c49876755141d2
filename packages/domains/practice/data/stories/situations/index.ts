/** Every situation, by its key. */
import type { Situation } from '../story.ts';
import { ages, chance, cooling, garden, journey, mean, travelTime, warming } from './measuring.ts';
import { change, discount, savings, shopping, tickets } from './money.ts';
import { giving, reading, recipe, sharing, work } from './sharing.ts';

export const situations: readonly Situation[] = [
  shopping,
  change,
  discount,
  tickets,
  savings,
  sharing,
  giving,
  recipe,
  work,
  reading,
  journey,
  travelTime,
  garden,
  ages,
  cooling,
  warming,
  chance,
  mean,
];
