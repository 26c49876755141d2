import { expect, test } from 'vitest';
import { certify } from '../certificate/certify.ts';
import { languages } from '../sentence.ts';
import { templates } from './registry.ts';

const seeds = Array.from({ length: 20 }, (_, seed) => seed);

for (const template of templates) {
  test(`${template.id}: 20 seeds give verified exercises, complete in both languages`, () => {
    for (const seed of seeds) {
      const drafted = template.draw(seed);
      expect(drafted, `seed ${seed}: constraints not met`).not.toBeNull();
      if (drafted === null) continue;
      const { draft, parameters } = drafted;
      const certified = certify(draft);
      const refusal = 'code' in certified ? `${certified.place}: ${certified.message}` : null;
      expect(refusal, `seed ${seed}: ${JSON.stringify(parameters)}`).toBeNull();
      // What the certificate says can be built again.
      expect(template.rebuild(JSON.parse(JSON.stringify(parameters)))).toEqual(draft);
      expect(draft.hints.length).toBeGreaterThanOrEqual(2);
      expect(draft.steps.length).toBeGreaterThanOrEqual(1);
      const sentences = [draft.prompt, ...draft.hints, ...draft.steps.map(({ reason }) => reason)];
      for (const { text, values } of sentences) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        for (const language of languages) {
          const slots = [...text[language].matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place));
          expect([...new Set(slots)].sort(), text[language]).toEqual(values.map((_, place) => place));
        }
      }
    }
  });
}

test('no two templates have the same name', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
});
