/** A simulated world before its first day: who pays, where, how much and how often. */
import { between, dayRandom } from './draws.ts';
import { type SimulationSettings, simulationSettings } from './settings.ts';
import { mapSide, type Places, type TerminalMap, terminalMap } from './terminal-map.ts';

/** Entry n is customer n's. */
export interface Customers extends Places {
  /** In whole units of the currency; the standard deviation is half of it. */
  readonly meanAmount: Float64Array;
  readonly paymentsPerDay: Float64Array;
}

export interface SimulatedWorld {
  /** Nothing in it happened: whoever shows it says so. */
  readonly simulated: true;
  readonly settings: SimulationSettings;
  /** Midnight of the first day, in seconds since 1970. */
  readonly startSeconds: number;
  readonly customers: Customers;
  readonly terminals: Places;
  readonly terminalMap: TerminalMap;
}

/** The handbook's ranges (Le Borgne et al., chapter 3, customer profiles). */
const meanAmounts = { low: 5, high: 100 } as const;
const mostPaymentsPerDay = 4;

/**
 * The same settings make the same world; `days` and `start` do not change it.
 *
 * @throws ZodError for settings out of bounds
 */
export function simulatedWorld(given: Partial<SimulationSettings> = {}): SimulatedWorld {
  const settings = simulationSettings.parse(given);
  const customers = {
    x: new Float64Array(settings.customers),
    y: new Float64Array(settings.customers),
    meanAmount: new Float64Array(settings.customers),
    paymentsPerDay: new Float64Array(settings.customers),
  };
  const random = dayRandom(settings.seed, 'customers', 0);
  for (let customer = 0; customer < settings.customers; customer++) {
    customers.x[customer] = between(0, mapSide, random);
    customers.y[customer] = between(0, mapSide, random);
    customers.meanAmount[customer] = between(meanAmounts.low, meanAmounts.high, random);
    customers.paymentsPerDay[customer] = between(0, mostPaymentsPerDay, random);
  }
  const terminals = terminalPlaces(settings);
  return {
    simulated: true,
    settings,
    startSeconds: Date.parse(`${settings.start}T00:00:00Z`) / 1000,
    customers,
    terminals,
    terminalMap: terminalMap(terminals),
  };
}

function terminalPlaces({ seed, terminals }: SimulationSettings): Places {
  const places = { x: new Float64Array(terminals), y: new Float64Array(terminals) };
  const random = dayRandom(seed, 'terminals', 0);
  for (let terminal = 0; terminal < terminals; terminal++) {
    places.x[terminal] = between(0, mapSide, random);
    places.y[terminal] = between(0, mapSide, random);
  }
  return places;
}

/** Terminals at which a customer pays from home. */
export function homeTerminals({ customers, terminalMap }: SimulatedWorld, customer: number): number[] {
  return terminalMap.near(customers.x[customer], customers.y[customer]);
}
