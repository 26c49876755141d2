/** Where the card was used, around its customer's home. */
import { Figure, PlaceMap } from '@praxis/ui';
import type { AlertReview } from '../../service/triage-contract.ts';
import type { Wording } from '../wording.ts';
import { distanceFinding, mapView, usedTerminals } from './terminal-places.ts';

export function TerminalMap({ review, wording }: { review: AlertReview; wording: Wording }) {
  const { screen, number } = wording;
  const { alert, home } = review;
  const { customer, terminal } = alert.transaction;
  const used = usedTerminals(review);
  const finding = distanceFinding(used);
  if (finding.kind === 'unknown') {
    return <p className="text-muted">{screen('review.map.unknown')}</p>;
  }
  const title = screen(`review.map.${finding.kind}`, {
    distance: 'distance' in finding ? number(finding.distance, 1) : '',
    farthest: 'farthest' in finding ? number(finding.farthest, 1) : '',
  });
  const { view, whole } = mapView(home === null ? used : [...used, home], alert.simulated);
  const columns = ['terminal', 'x', 'y', 'payments', 'distance'] as const;
  return (
    <Figure
      title={title}
      note={screen(
        `review.map.${alert.simulated ? (whole === null ? 'simulated' : 'simulatedPart') : 'real'}`,
      )}
      file={`terminals-of-card-${customer}`}
      remember="fraud-map"
      words={{ numbers: screen('review.numbers') }}
      table={{
        columns: columns.map((column) => screen(`review.map.columns.${column}`)),
        rows: used.map(({ id, x, y, payments, fromHome }) => [
          id,
          number(x, 1),
          number(y, 1),
          payments,
          fromHome === null ? null : number(fromHome, 1),
        ]),
      }}
    >
      <PlaceMap
        places={used.map(({ id, x, y, payments, present }) => ({
          key: id,
          x,
          y,
          times: payments,
          present,
          label: `${screen('terminal', { id: String(id) })}: ${screen('review.map.times', { count: payments })}`,
        }))}
        home={home === null ? null : { ...home, word: screen('review.map.home') }}
        presentWord={screen('review.map.present', { id: String(terminal) })}
        view={view}
        whole={whole === null ? null : { ...whole, word: screen('review.map.whole') }}
        formatCoordinate={(value) => number(value, Number.isInteger(value) ? 0 : 1)}
        description={screen('review.map.description', { count: used.length, card: String(customer) })}
      />
    </Figure>
  );
}
