/** The practice vertical on the house's database. */
import 'server-only';
import { type Database, practiceClassStore, practiceSetStore, practiceStore } from '@praxis/db';
import {
  type ClassService,
  createClassService,
  createPracticeService,
  kernelModel,
  type PracticeService,
  tracingServing,
} from '@praxis/practice/service';

/** @param knowledge folder of the model of knowledge, which may come later */
export function openPractice(database: Database, knowledge: string): PracticeService {
  return createPracticeService({
    store: practiceStore(database),
    model: kernelModel(),
    now: () => new Date(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    knowledge: tracingServing(knowledge),
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
