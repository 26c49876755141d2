/** The parameters of Bayesian knowledge tracing from learners' answers to one skill, by expectation and maximisation. */
import { type KnowledgeParameters, knownAfter, rightProbability } from './knowledge-filter.ts';

/** One learner's answers to one skill, 0 or 1. */
export type Answers = readonly number[];

/** What is known before: parameters, and the observations that each of them counts for. */
export interface KnowledgePrior {
  readonly parameters: KnowledgeParameters;
  readonly strength: number;
}

const mostIterations = 60;
/** The fit ends where an iteration moves no parameter by more. */
const smallestMove = 1e-4;

/** Expected number of times that something happened, and that it could have. */
interface Share {
  happened: number;
  could: number;
}

interface Expected {
  readonly prior: Share;
  readonly learn: Share;
  readonly guess: Share;
  readonly slip: Share;
}

/** Baum-Welch (Rabiner 1989) for two states of which one is never left; `before` is added as if it had been observed. */
export function fitKnowledge(answers: readonly Answers[], before: KnowledgePrior): KnowledgeParameters {
  let parameters = before.parameters;
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const expected = pseudoCounts(before);
    for (const sequence of answers) addExpected(expected, sequence, parameters);
    const next = maximised(expected);
    const move = Math.max(
      Math.abs(next.prior - parameters.prior),
      Math.abs(next.learn - parameters.learn),
      Math.abs(next.guess - parameters.guess),
      Math.abs(next.slip - parameters.slip),
    );
    parameters = next;
    if (move < smallestMove) break;
  }
  return parameters;
}

function pseudoCounts({ parameters, strength }: KnowledgePrior): Expected {
  const share = (value: number): Share => ({ happened: value * strength, could: strength });
  const { prior, learn, guess, slip } = parameters;
  return { prior: share(prior), learn: share(learn), guess: share(guess), slip: share(slip) };
}

function maximised({ prior, learn, guess, slip }: Expected): KnowledgeParameters {
  const ratio = ({ happened, could }: Share) => happened / could;
  return { prior: ratio(prior), learn: ratio(learn), guess: ratio(guess), slip: ratio(slip) };
}

/** Forwards with the filter, backwards with the probability of the answers still to come. */
function addExpected(expected: Expected, answers: Answers, parameters: KnowledgeParameters): void {
  const { prior, learn, guess, slip } = parameters;
  const known: number[] = [];
  let before = prior;
  for (const answer of answers) {
    known.push(before);
    before = knownAfter(before, answer === 1, parameters);
  }
  // Of the answers after this one, scaled so that the two stay near 1.
  let [ifKnown, ifNot] = [1, 1];
  for (let at = answers.length - 1; at >= 0; at--) {
    const right = answers[at] === 1;
    const now = known[at];
    const shown = { known: right ? 1 - slip : slip, not: right ? guess : 1 - guess };
    const stays = now * shown.known * ifKnown;
    const learns = (1 - now) * shown.not * learn * ifKnown;
    const remains = (1 - now) * shown.not * (1 - learn) * ifNot;
    const total = stays + learns + remains;
    if (total > 0) {
      const [knows, knowsNot] = [stays / total, (learns + remains) / total];
      expected.slip.could += knows;
      if (!right) expected.slip.happened += knows;
      expected.guess.could += knowsNot;
      if (right) expected.guess.happened += knowsNot;
      // What comes after the last answer is not seen.
      if (at < answers.length - 1) {
        expected.learn.could += knowsNot;
        expected.learn.happened += learns / total;
      }
      if (at === 0) {
        expected.prior.could += 1;
        expected.prior.happened += knows;
      }
    }
    const scale = rightOrWrong(now, right, parameters);
    ifNot = (shown.not * (learn * ifKnown + (1 - learn) * ifNot)) / scale;
    ifKnown = (shown.known * ifKnown) / scale;
  }
}

function rightOrWrong(known: number, right: boolean, parameters: KnowledgeParameters): number {
  const chance = rightProbability(known, parameters);
  return Math.max(Number.MIN_VALUE, right ? chance : 1 - chance);
}
