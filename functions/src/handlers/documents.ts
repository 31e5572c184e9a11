import { statementFilesApi } from '@anjiao/shared/contract/account-statements'
import { authenticate } from '../identity/index.ts'
import { setAgreementPdf } from '../plans/index.ts'
import type { World } from '../platform/context.ts'
import { behindGateway, httpApp } from '../platform/http/http-app.ts'
import { serve } from '../platform/http/serve.ts'
import type { Workers } from '../platform/job-queue.ts'
import type { PaperQueue } from '../platform/jobs.ts'
import { setReceiptPdf } from '../proof/index.ts'
import { statementFilesRoutes } from '../proof/routes.ts'
import { setLettersPdf } from '../reminders/index.ts'

/** Who sets which papers, in the function that carries the typesetter. */
export const paperWorkers: Workers<PaperQueue> = {
  'agreement-pdf': setAgreementPdf,
  'letters-pdf': setLettersPdf,
  'receipt-pdf': setReceiptPdf,
}

/** Where the same function answers a gateway. */
export const papersPath = '/v1/statement-files/'

/** Papers that are set when somebody opens them, and kept nowhere. */
export function papersHandler(world: World) {
  const app = httpApp(world)
  serve(app, { world, authenticate: authenticate(world) }, statementFilesApi, statementFilesRoutes)
  return behindGateway(app)
}
