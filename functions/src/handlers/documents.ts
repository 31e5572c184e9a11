import { setAgreementPdf } from '../plans/index.ts'
import type { Workers } from '../platform/job-queue.ts'
import type { PaperQueue } from '../platform/jobs.ts'
import { setReceiptPdf } from '../proof/index.ts'
import { setLettersPdf } from '../reminders/index.ts'

/** Who sets which papers, in the function that carries the typesetter. */
export const paperWorkers: Workers<PaperQueue> = {
  'agreement-pdf': setAgreementPdf,
  'letters-pdf': setLettersPdf,
  'receipt-pdf': setReceiptPdf,
}
