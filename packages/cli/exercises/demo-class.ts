/** The demo teacher's class: simulated learners, made once, out of exercises that are in stock. */
import { type Database, practiceDemo, practiceStore } from '@praxis/db';
import { simulatedClass } from '@praxis/practice';

const className = '7B';
const seed = 7;

/** @returns how many simulated learners were added: none where they are there, or where nobody would teach them */
export async function keepDemoClass(database: Database): Promise<number> {
  const demo = practiceDemo(database);
  if (await demo.settled()) return 0;
  // Of nobody, so that all of the stock is there.
  const stock = await practiceStore(database).stock('');
  const histories = simulatedClass(stock, seed, new Date());
  await demo.keepClass(className, histories);
  return histories.length;
}
