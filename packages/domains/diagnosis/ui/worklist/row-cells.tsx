/** One person of the worklist: who, how high, why. */
import { BandBadge, bandColour, Cell, classNames, IntervalBar } from '@praxis/ui';
import Link from 'next/link';
import type { Outcome } from '../../data/records.ts';
import { bandBounds } from '../../service/bands.ts';
import type { StoredRisk, WorklistRow } from '../../service/store.ts';
import type { Wording } from '../wording.ts';

type Scored = Extract<StoredRisk, { status: 'risk' }>;

interface RowCellsProps {
  readonly row: WorklistRow;
  readonly outcome: Outcome;
  readonly others: readonly Outcome[];
  readonly href: string;
  readonly wording: Wording;
}

export function RowCells({ row, outcome, others, href, wording }: RowCellsProps) {
  const { person, diagnosed } = row;
  const { screen, t } = wording;
  const sex = screen(person.male ? 'sex.male' : 'sex.female');
  const risk = row.risks.find((one) => one.outcome === outcome);
  const reasons = risk?.status === 'risk' ? reasonsOf(risk, wording) : '';
  return (
    <>
      <Cell numeric className="align-top sm:align-middle">
        <Link href={href} prefetch={false} className="font-strong underline-offset-4 hover:underline">
          {person.id}
        </Link>
        <span className="block text-small text-muted sm:hidden">
          {wording.number(person.ageYears)} {sex}
        </span>
      </Cell>
      <Cell numeric className="hidden sm:table-cell">
        {wording.number(person.ageYears)}
      </Cell>
      <Cell className="hidden sm:table-cell">{sex}</Cell>
      <RiskCells risk={risk} reasons={reasons} wording={wording} />
      {others.map((other) => (
        <Cell key={other} numeric className="hidden text-small text-muted lg:table-cell">
          <OtherRisk risk={row.risks.find((one) => one.outcome === other)} wording={wording} />
        </Cell>
      ))}
      <Cell className="hidden min-w-52 text-small lg:table-cell">{reasons}</Cell>
      <Cell className="hidden min-w-52 text-small text-muted lg:table-cell">
        {wording.listed(diagnosed.map((code) => t(`diagnoses.${code}`)))}
      </Cell>
    </>
  );
}

/** Number, interval and band word; on a narrow screen the reasons stand below them. */
function RiskCells({
  risk,
  reasons,
  wording,
}: {
  risk: StoredRisk | undefined;
  reasons: string;
  wording: Wording;
}) {
  const { screen } = wording;
  if (risk?.status !== 'risk') {
    return (
      <Cell colSpan={3} className="text-muted">
        {risk ? wording.band('alreadyHas') : screen('risk.notReady')}
      </Cell>
    );
  }
  const { probability, lower, upper, band, abstains } = risk;
  const given = abstains === null;
  const label = screen('risk.bar', {
    risk: wording.percent(probability),
    range: wording.range(lower, upper),
    band: wording.verdict(risk),
  });
  const word = given ? (
    <BandBadge band={band} label={wording.band(band)} />
  ) : (
    <span className="text-muted">{screen('risk.notSure')}</span>
  );
  const bar = (
    <IntervalBar
      value={probability}
      lower={lower}
      upper={upper}
      thresholds={bandBounds}
      label={label}
      colour={given ? bandColour[band] : 'var(--color-muted)'}
    />
  );
  return (
    <>
      <Cell numeric className={classNames('align-top sm:align-middle', given ? 'font-strong' : 'text-muted')}>
        {wording.percent(probability)}
      </Cell>
      <Cell className="w-full sm:w-36 sm:min-w-28">
        {bar}
        <span className="mt-1 block text-small sm:hidden">
          {word}
          <span className="block text-muted">{reasons}</span>
        </span>
      </Cell>
      <Cell className="hidden sm:table-cell">{word}</Cell>
    </>
  );
}

/** What raises the risk most; where none is given, why. */
function reasonsOf({ abstains, raisedBy }: Scored, { screen, t, listed }: Wording): string {
  const short = (names: readonly string[]) => listed(names.map((name) => t(`features.${name}.short`)));
  if (abstains === null) return short(raisedBy);
  const why = screen(`risk.notSureReason.${abstains.reason}`);
  return abstains.unusual.length === 0
    ? why
    : screen('risk.notSureReasonWith', { why, values: short(abstains.unusual) });
}

function OtherRisk({ risk, wording }: { risk: StoredRisk | undefined; wording: Wording }) {
  if (risk === undefined) return '–';
  if (risk.status !== 'risk') return wording.band('alreadyHas');
  return risk.abstains === null ? wording.percent(risk.probability) : wording.screen('risk.notSure');
}
