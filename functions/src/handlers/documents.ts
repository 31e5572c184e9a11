import type { Workers } from '../platform/job-queue.ts'
import type { PaperQueue } from '../platform/jobs.ts'

/** Who sets which papers, in the function that carries the typesetter. A queue without a worker keeps its jobs. */
export const paperWorkers: Partial<Workers<PaperQueue>> = {}
