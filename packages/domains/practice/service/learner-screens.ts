/** The map of skills, the calendar and the wish for difficulty of one learner. */
import { draftedExercise } from '../data/drafted-exercise.ts';
import type { Language } from '../data/sentence.ts';
import { skills } from '../data/skills/graph.ts';
import type { Skill } from '../data/skills/skill.ts';
import { readBelieved, writeBelieved } from './believed.ts';
import type { CalendarView, OpenExercise, SkillMap, WishView } from './learner-contract.ts';
import { outlookOf } from './outlook.ts';
import { type Parts, situationOf } from './parts.ts';
import { masteredSuccess } from './practice-model.ts';
import { reasonSchema } from './reason.ts';
import { firstDay, reviewCalendar } from './review-calendar.ts';
import { readySuccess } from './roots.ts';
import { mapSkills, nextToOpen } from './skill-map.ts';
import { skillName } from './turn-view.ts';

export interface LearnerScreens {
  skills(learner: string, language: Language): Promise<SkillMap>;
  calendar(learner: string, language: Language): Promise<CalendarView>;
  wish(learner: string, language: Language): Promise<WishView>;
  /** @param target within `targetSchema` */
  setWish(learner: string, target: number): Promise<void>;
}

const skillsById: ReadonlyMap<string, Skill> = new Map(skills.map((skill) => [skill.id, skill]));
const hourMs = 3_600_000;

export function learnerScreens(parts: Parts): LearnerScreens {
  const { store, model, now, timeZone } = parts;

  async function openExercise(learner: string, language: Language): Promise<OpenExercise | null> {
    const turn = await store.openTurn(learner);
    const made = turn === null ? null : draftedExercise(turn.exercise);
    if (turn === null || made === null) return null;
    return {
      turn: turn.id,
      skill: { id: made.skill, name: skillName(made.skill, language) },
      review: reasonSchema.parse(turn.choice).kind === 'review',
    };
  }

  return {
    async skills(learner, language) {
      const [{ candidates, ...situation }, open] = await Promise.all([
        situationOf(parts, learner),
        openExercise(learner, language),
      ]);
      const offered = new Set(candidates.map(({ skill }) => skill));
      const mapped = mapSkills({ ...situation, offered }, skillsById, (id) => skillName(id, language));
      const bounds = { ready: readySuccess, mastered: masteredSuccess };
      return { skills: mapped, next: nextToOpen(mapped), open, at: situation.at, bounds };
    },
    async calendar(learner, language) {
      const at = now().getTime();
      // Midnight of the first day is somewhere in the day before it, as the clocks of the world go.
      const since = new Date(Date.parse(firstDay(at, timeZone)) - 24 * hourMs);
      const [believed, turns, open] = await Promise.all([
        store.believed(learner),
        store.closedTurns(learner, since),
        openExercise(learner, language),
      ]);
      const known = { learner: readBelieved(model, believed).learner, turns, at, timeZone };
      return { ...reviewCalendar(known, (id) => skillName(id, language)), open };
    },
    async wish(learner, language) {
      const situation = await situationOf(parts, learner);
      const found = outlookOf(situation);
      const { target } = situation.learner;
      if (found === null) return { target, skill: null, outlook: [] };
      return { target, skill: skillName(found.skill, language), outlook: found.outlook };
    },
    setWish: (learner, target) =>
      store.change(learner, (believed) => {
        const state = readBelieved(model, believed);
        const wished = writeBelieved({ ...state, learner: { ...state.learner, target } });
        // Of difficulty nothing was learnt.
        return { ...believed, learner: wished.learner };
      }),
  };
}
