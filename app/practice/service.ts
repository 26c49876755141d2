/** The practice vertical on the house's database. */
import 'server-only';
import { type Database, practiceStore } from '@praxis/db';
import { createPracticeService, kernelModel, type PracticeService } from '@praxis/practice/service';

export function openPractice(database: Database): PracticeService {
  return createPracticeService({
    store: practiceStore(database),
    model: kernelModel(),
    now: () => new Date(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}
