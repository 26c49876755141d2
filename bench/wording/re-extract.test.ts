/** The re-extraction has nothing against true texts and finds every meaning that was changed on purpose. */
import { expect, test } from 'vitest';
import { drawSlots, situations, storyLanguages, tell } from '../../packages/domains/practice/index.ts';
import { plantedIn } from './planted.ts';
import { reExtract } from './re-extract.ts';

const each = situations.flatMap((situation) =>
  storyLanguages.map((language) => ({ id: situation.id, situation, language })),
);

test.each(each)('$id in $language', ({ situation, language }) => {
  let planted = 0;
  for (let seed = 0; seed < 40; seed++) {
    const slots = drawSlots(situation, seed);
    const { text } = tell(situation, slots, language, seed);
    expect(reExtract(situation, slots, language, text).faults, text).toEqual([]);
    for (const { kind, text: changed } of plantedIn(situation, slots, language, text)) {
      planted++;
      expect(
        reExtract(situation, slots, language, changed).faults.length,
        `${kind}: ${changed}`,
      ).toBeGreaterThan(0);
    }
  }
  expect(planted).toBeGreaterThanOrEqual(40);
});
