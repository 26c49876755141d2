/** Which skills open next, and what each still rests on. */
import { useFormatter, useTranslations } from 'next-intl';
import type { MappedSkill, SkillMap } from '../../service/learner-contract.ts';
import { inTen } from '../use-of-ten.ts';
import { isGuess } from './ring-of.ts';

export function NextList({ map, onOpen }: { map: SkillMap; onOpen: (skill: string) => void }) {
  const t = useTranslations('practice.learner.skills.next');
  const format = useFormatter();
  const byId = new Map(map.skills.map((skill) => [skill.id, skill]));
  // The bound lies between two tenths: rounded up, so that who has that many is through.
  const ready = Math.ceil(map.bounds.ready * 10);
  const need = (skill: MappedSkill) =>
    isGuess(skill)
      ? t('untried', { skill: skill.name })
      : t('need', { skill: skill.name, mean: inTen(skill.success), ready });
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-strong">{t('title')}</h2>
      {map.next.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul className="flex list-none flex-col gap-1">
        {map.next.map(({ id, waitsFor }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)} className="text-left hover:underline">
              {t('needs', {
                skill: byId.get(id)?.name ?? id,
                needs: format.list(
                  waitsFor.flatMap((one) => {
                    const skill = byId.get(one);
                    return skill === undefined ? [] : need(skill);
                  }),
                ),
              })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
