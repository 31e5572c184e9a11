import { fen } from '@anjiao/shared/money'
import { statementsScript } from './bank-statements'
import { counterScript } from './counter'
import { debitScript } from './debits'
import { disputeScript } from './disputes'
import { financeScript } from './finance'
import { homeScript } from './home'
import { invoiceScript } from './invoices'
import { letterScript } from './letters'
import { messageScript } from './messages'
import { planScript } from './plans'
import { reconciliationScript } from './reconciliation'
import { refundScript } from './refunds'
import { reliefScript } from './relief'
import { reminderScript } from './reminders'
import { someRequests } from './requests'
import { aHousehold, anApplication, aRoll, community, ok, overview, staffServer } from './staff-server'
import { suspenseScript } from './suspense'
import { wordingScript } from './wordings'

const run = {
  id: 9,
  cycle: 'quarterly',
  fromDate: '2026-10-01',
  toDate: '2026-12-31',
  dueDate: '2026-12-31',
  state: 'finished',
  roomsDone: 1210,
  rooms: 1210,
  charges: 1207,
  amountFen: fen(82_874_292),
  startedAt: '2026-11-23T02:00:00Z',
}

const pending = { state: 'pending', session: null }
const approved = {
  state: 'approved',
  session: { accessToken: 'of-the-desktop', refreshToken: 'b', expiresInSeconds: 600 },
}

/** A community in which there is something on every page. `letIn`: whether a phone has let the desktop in. */
export const everything = (letIn = () => false) =>
  staffServer(['administrator'], {
    [`GET ${community}/overview`]: overview,
    [`GET ${community}/rolls/7`]: aRoll(),
    [`GET ${community}/requests`]: someRequests,
    ...planScript,
    ...reliefScript,
    ...disputeScript,
    ...refundScript,
    ...counterScript,
    ...reminderScript,
    ...wordingScript,
    ...messageScript,
    ...letterScript,
    ...invoiceScript,
    ...reconciliationScript,
    ...financeScript,
    ...statementsScript,
    [`GET ${community}/applications`]: [anApplication()],
    [`GET ${community}/households`]: { households: [aHousehold()], total: 1, next: null },
    ...homeScript,
    [`GET ${community}/bill-runs`]: [run],
    [`GET ${community}/fee-standards`]: [
      {
        id: 1,
        feeItem: '物业服务费',
        name: '物业服务费 2.20 元/㎡·月',
        rooms: 577,
        versions: [
          {
            id: 1,
            fromDate: '2025-01-01',
            method: 'area',
            rate: 22_000,
            fixedFen: null,
            tiers: null,
            publishedAs: '业主大会决议〔2025〕3号',
          },
        ],
      },
    ],
    [`GET ${community}/contracts`]: [
      {
        id: 1,
        name: '阳光花园前期物业服务合同',
        fromDate: '2016-01-01',
        toDate: '2028-12-31',
        endedOn: null,
        feeModel: 'lump_sum',
        lateFeeClause: '第十二条：逾期按日万分之三支付违约金',
        lateFeeDailyPpm: 300,
        lateFeeAfterDays: 30,
      },
    ],
    ...suspenseScript,
    ...debitScript,
    'POST /v1/device': { deviceCode: 'd', userCode: 'BCDF-GHJK', expiresInSeconds: 300, intervalSeconds: 1 },
    'POST /v1/device/poll': () => ok(letIn() ? approved : pending),
  })
