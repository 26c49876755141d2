/** The learners of a response file that a bench trains on. */
import { type Responses, readResponses } from '../../packages/domains/practice/index.ts';

/** @throws Error where the file cannot be read */
export async function readLearners(file: string, most: number): Promise<Responses> {
  const read = await readResponses(file);
  if (!read.ok) throw new Error(read.error.message);
  return { ...read.value, learners: read.value.learners.slice(0, most) };
}
