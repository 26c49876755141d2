/** All templates. */
import type { SkillId } from '../skills/graph.ts';
import { arithmeticSequenceTemplates } from './arithmetic-sequences.ts';
import { chainRuleTemplates } from './chain-rule.ts';
import { countingTemplates } from './counting.ts';
import { decimalTemplates } from './decimals.ts';
import { derivativeTemplates } from './derivatives.ts';
import { exponentialTemplates } from './exponentials.ts';
import { expressionTemplates } from './expressions.ts';
import { extraneousRootTemplates } from './extraneous-roots.ts';
import { factoringTemplates } from './factoring.ts';
import { fractionProductTemplates } from './fraction-products.ts';
import { fractionTemplates } from './fractions.ts';
import { functionTemplates } from './functions.ts';
import { geometricSequenceTemplates } from './geometric-sequences.ts';
import { geometryTemplates } from './geometry.ts';
import { inequalityTemplates } from './inequalities.ts';
import { integerTemplates } from './integers.ts';
import { limitTemplates } from './limits.ts';
import { linearEquationTemplates } from './linear-equations.ts';
import { lineTemplates } from './lines.ts';
import { logarithmTemplates } from './logarithms.ts';
import { longerEquationTemplates } from './longer-equations.ts';
import { measureTemplates } from './measures.ts';
import { orderAndFactorTemplates } from './order-and-factors.ts';
import { percentTemplates } from './percent.ts';
import { polynomialTemplates } from './polynomials.ts';
import { powerLawTemplates } from './power-laws.ts';
import { powerTemplates } from './powers.ts';
import { probabilityTemplates } from './probability.ts';
import { quadraticTemplates } from './quadratics.ts';
import { ratioTemplates } from './ratio.ts';
import { rationalEquationTemplates } from './rational-equations.ts';
import { rationalExpressionTemplates } from './rational-expressions.ts';
import { rationalReckoningTemplates } from './rational-reckoning.ts';
import { statisticsTemplates } from './statistics.ts';
import { storyTemplates } from './stories.ts';
import { systemTemplates } from './systems.ts';
import type { Template } from './template.ts';
import { wholeNumberTemplates } from './whole-numbers.ts';

export const templates: readonly Template[] = [
  ...wholeNumberTemplates,
  ...orderAndFactorTemplates,
  ...fractionTemplates,
  ...fractionProductTemplates,
  ...decimalTemplates,
  ...percentTemplates,
  ...ratioTemplates,
  ...integerTemplates,
  ...powerLawTemplates,
  ...powerTemplates,
  ...expressionTemplates,
  ...linearEquationTemplates,
  ...longerEquationTemplates,
  ...inequalityTemplates,
  ...systemTemplates,
  ...geometryTemplates,
  ...measureTemplates,
  ...polynomialTemplates,
  ...factoringTemplates,
  ...quadraticTemplates,
  ...rationalExpressionTemplates,
  ...rationalReckoningTemplates,
  ...rationalEquationTemplates,
  ...extraneousRootTemplates,
  ...exponentialTemplates,
  ...logarithmTemplates,
  ...functionTemplates,
  ...lineTemplates,
  ...arithmeticSequenceTemplates,
  ...geometricSequenceTemplates,
  ...probabilityTemplates,
  ...countingTemplates,
  ...statisticsTemplates,
  ...limitTemplates,
  ...derivativeTemplates,
  ...chainRuleTemplates,
  ...storyTemplates,
];

export function templatesOf(skill: SkillId): readonly Template[] {
  return templates.filter((template) => template.skill === skill);
}
