import type { invoicesApi } from '@anjiao/shared/contract/invoices'
import { asOwnerOrFamily, asStaff } from '../../identity/index.ts'
import type { StaffRole } from '../../platform/database-types.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { askInvoice } from './ask-invoice.ts'
import { declineInvoice, redLetterInvoice } from './decide-invoice.ts'
import { linkToInvoice, openInvoice } from './invoice-file.ts'
import { linkToInvoiceList, openInvoiceList } from './invoice-list.ts'
import { asOwnerReads, invoiceRequest, invoiceRequests } from './invoice-view.ts'
import { invoiceablePayments } from './invoiceable-payments.ts'
import { issueInvoice, storeInvoiceFile } from './issue-invoice.ts'
import { setTaxRate, taxRates } from './tax-rates.ts'

/** Who keeps the books issues invoices. */
const finance: readonly StaffRole[] = ['finance', 'manager']
/** What a home sees of its own. */
const ownMost = 100
const pageSize = 30

export const invoicesRoutes: Routes<typeof invoicesApi> = {
  'GET /v1/communities/:communityId/households/:householdId/invoice-requests': ({ world, caller, params }) =>
    asOwnerOrFamily(world, caller, params, async (ctx, householdId) => ({
      requests: (await invoiceRequests(ctx, { householdId }, ownMost)).map(asOwnerReads),
      payments: await invoiceablePayments(ctx, householdId),
    })),

  'POST /v1/communities/:communityId/households/:householdId/invoice-requests': ({
    world,
    caller,
    params,
    body,
  }) =>
    asOwnerOrFamily(world, caller, params, async (ctx, householdId) => {
      const id = await askInvoice(ctx, householdId, caller.personId, body)
      return asOwnerReads(await invoiceRequest(ctx, { id, householdId }))
    }),

  'POST /v1/communities/:communityId/households/:householdId/invoice-requests/:requestId/file': ({
    world,
    caller,
    params,
  }) =>
    asOwnerOrFamily(world, caller, params, (ctx, householdId) =>
      linkToInvoice(ctx, world.settings, params.requestId, householdId),
    ),

  'GET /v1/staff/communities/:communityId/invoice-requests': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, finance, async (ctx) => {
      const requests = await invoiceRequests(ctx, query, pageSize + 1)
      return { requests: requests.slice(0, pageSize), more: requests.length > pageSize }
    }),

  'POST /v1/staff/communities/:communityId/invoice-requests/list': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, finance, (ctx) =>
      linkToInvoiceList(ctx, world.settings, body.show),
    ),

  'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/issue': async ({
    world,
    caller,
    params: { communityId, requestId: id },
    query,
    body,
  }) => {
    // Nobody but finance stores anything.
    await asStaff(world, caller, communityId, finance, (ctx) => invoiceRequest(ctx, { id }))
    const file = await storeInvoiceFile(world, communityId, body)
    return asStaff(world, caller, communityId, finance, async (ctx) => {
      await issueInvoice(ctx, caller.personId, { id, ...query }, file)
      return invoiceRequest(ctx, { id })
    })
  },

  'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/decline': ({
    world,
    caller,
    params: { communityId, requestId: id },
    body,
  }) =>
    asStaff(world, caller, communityId, finance, async (ctx) => {
      await declineInvoice(ctx, id, caller.personId, body.because)
      return invoiceRequest(ctx, { id })
    }),

  'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/red-letter': ({
    world,
    caller,
    params: { communityId, requestId: id },
    body,
  }) =>
    asStaff(world, caller, communityId, finance, async (ctx) => {
      await redLetterInvoice(ctx, id, body.number)
      return invoiceRequest(ctx, { id })
    }),

  'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/file': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, finance, (ctx) =>
      linkToInvoice(ctx, world.settings, params.requestId),
    ),

  'GET /v1/staff/communities/:communityId/tax-rates': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, finance, taxRates),

  'POST /v1/staff/communities/:communityId/tax-rates': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, finance, (ctx) => setTaxRate(ctx, caller.personId, body)),

  'GET /v1/invoice-files/:token': ({ world, params }) => openInvoice(world, params.token),

  'GET /v1/invoice-lists/:token/:show': ({ world, params }) => openInvoiceList(world, params),
}
