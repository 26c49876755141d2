/** The practice vertical on the house's database. */
import 'server-only';
import { type Database, practiceClassStore, practiceSetStore, practiceStore } from '@praxis/db';
import {
  type ClassService,
  createClassService,
  createPracticeService,
  kernelModel,
  type PracticeService,
} from '@praxis/practice/service';

export function openPractice(database: Database): PracticeService {
  return createPracticeService({
    store: practiceStore(database),
    model: kernelModel(),
    now: () => new Date(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}

export function openClasses(database: Database): ClassService {
  return createClassService({
    store: { ...practiceClassStore(database), ...practiceSetStore(database) },
    model: kernelModel(),
    now: () => new Date(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}
