import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { homeScript } from './home'
import { planScript } from './plans'
import { aGrant } from './relief'
import { community, ok, type Script, staffServer } from './staff-server'

/** Where the server keeps the case that these tests are about. */
export const caseAddress = `${community}/relief/6`

/** The page of that case. */
export const casePage = '/packages/staff/relief-case/index?community=1&relief=6'

export interface CaseOpening {
  role?: StaffRole
  script?: Script
}

/** What the page of a case asks for, as somebody who has that role. */
export const caseServer = (shown: ReliefCase, { role = 'manager', script = {} }: CaseOpening) =>
  staffServer([role], { ...homeScript, ...planScript, [`GET ${caseAddress}`]: shown, ...script })

/** A case that is as `after` says once this has been sent. */
export function becoming(key: string, before: ReliefCase, after: ReliefCase): Script {
  let shown = before
  return {
    [`GET ${caseAddress}`]: () => ok(shown),
    [key]: () => {
      shown = after
      return ok(shown)
    },
  }
}

export const granted: Partial<ReliefApplication> = {
  state: 'granted',
  replyBy: null,
  grant: aGrant(),
  reason: '材料已核对，符合公布的标准。',
}
