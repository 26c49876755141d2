/** The demo's class: simulated learners, whose answers are made up, beside the demo's learner. */
import { inArray } from 'drizzle-orm';
import { demoAccounts } from '../auth/demo.ts';
import type { Database } from '../connection.ts';
import { user } from '../schema/auth.ts';
import {
  practiceAnswers as answers,
  practiceClasses as classes,
  practiceLearners as learners,
  practiceMembers as members,
  practiceTurns as turns,
} from '../schema/practice.ts';

interface DemoHistory {
  readonly name: string;
  readonly state: unknown;
  readonly turns: readonly {
    readonly exercise: string;
    readonly choice: unknown;
    readonly hintsShown: number;
    readonly startedAt: Date;
    readonly closedAt: Date;
    readonly outcome: 'right' | 'shown' | 'left';
    readonly answers: readonly {
      readonly typed: string;
      readonly verdict: string;
      readonly misconception: string | null;
    }[];
  }[];
}

export interface PracticeDemo {
  /** Whether the simulated learners are there already, or have nobody to teach them. */
  settled(): Promise<boolean>;
  /** Makes the demo teacher's class of the demo's learner and the simulated ones: all of it, once, or nothing. */
  keepClass(name: string, histories: readonly DemoHistory[]): Promise<void>;
}

/** Nobody can sign in with it: there is no password, and `.invalid` is no address. */
const emailOf = (place: number) => `simulated-${place + 1}@demo.invalid`;

const demoEmail = (role: 'teacher' | 'learner') =>
  demoAccounts.find((account) => account.role === role)?.email ?? '';

export function practiceDemo({ drizzle }: Database): PracticeDemo {
  return {
    async settled() {
      const there = await drizzle
        .select({ email: user.email })
        .from(user)
        .where(inArray(user.email, [emailOf(0), demoEmail('teacher')]));
      const has = (email: string) => there.some((row) => row.email === email);
      return has(emailOf(0)) || !has(demoEmail('teacher'));
    },
    keepClass: (name, histories) =>
      drizzle.transaction(async (within) => {
        const known = await within
          .select({ id: user.id, email: user.email })
          .from(user)
          .where(inArray(user.email, [demoEmail('teacher'), demoEmail('learner')]));
        const teacher = known.find(({ email }) => email === demoEmail('teacher'));
        if (teacher === undefined) return;
        const made = await within
          .insert(user)
          .values(
            histories.map((history, place) => ({
              ...{ id: `simulated-${place + 1}`, name: history.name, email: emailOf(place) },
              ...{ role: 'learner' as const, emailVerified: true },
            })),
          )
          .onConflictDoNothing()
          .returning({ id: user.id });
        // Another process was faster.
        if (made.length < histories.length) return;
        const [inClass] = await within
          .insert(classes)
          .values({ teacher: teacher.id, name })
          .returning({ id: classes.id });
        if (inClass === undefined) return;
        const learner = known.find(({ email }) => email === demoEmail('learner'));
        const ids = made.map(({ id }) => id);
        await within.insert(members).values(
          [...ids, ...(learner === undefined ? [] : [learner.id])].map((id) => ({
            class: inClass.id,
            learner: id,
          })),
        );
        for (const [place, { state, turns: own }] of histories.entries()) {
          const id = ids[place] ?? '';
          await within.insert(learners).values({ learner: id, state, simulated: true });
          const kept = await within
            .insert(turns)
            .values(
              own.map(({ answers: _, ...turn }) => ({
                ...turn,
                learner: id,
                solutionShown: turn.outcome === 'shown',
              })),
            )
            .returning({ id: turns.id });
          const typed = own.flatMap((turn, number) =>
            turn.answers.map((answer) => ({ ...answer, turn: kept[number]?.id ?? 0, at: turn.closedAt })),
          );
          if (typed.length > 0) await within.insert(answers).values(typed);
        }
      }),
  };
}
