import type { HouseholdRow, RollImport, RollSummary } from '@anjiao/shared/contract/community'
import type { ApplicationToDecide, StaffPost } from '@anjiao/shared/contract/identity'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { day, id } from './values'

/** What the phone asks, as the harness hands it over. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

export interface Answered {
  readonly status: number
  readonly body: unknown
}

/** A reply, or what makes a whole answer of the request. */
export type Script = Readonly<Record<string, object | ((asked: Asked) => Answered)>>

export const community = '/v1/staff/communities/1'

export const ok = (body: object): Answered => ({ status: 200, body })
export const refusal = (status: number, code: string, message: string): Answered => ({
  status,
  body: { code, message, requestId: 'r-1' },
})

/** A server for somebody with these roles: what the script says, and nothing else. All that was asked is kept. */
export function staffServer(roles: readonly StaffRole[], script: Script = {}) {
  const asked: Asked[] = []
  const post: StaffPost = {
    communityId: id(1),
    communityName: '阳光花园',
    name: '周经理',
    roles: [...roles],
  }
  const replies: Script = {
    'POST /v1/session': { accessToken: 'a', refreshToken: 'b', expiresInSeconds: 600 },
    'GET /v1/me': {
      personId: 1,
      phoneMasked: '139****0002',
      households: [],
      applications: [],
      staff: [post],
    },
    ...script,
  }
  const server = (request: Asked): Answered => {
    asked.push(request)
    const reply =
      replies[`${request.method} ${request.path}`] ??
      replies[`${request.method} ${request.path.split('?')[0] ?? ''}`]
    if (reply === undefined) return refusal(404, 'not-found', `没有 ${request.method} ${request.path}`)
    return typeof reply === 'function' ? reply(request) : ok(reply)
  }
  /** The bodies sent to an address, oldest first. */
  const sent = (key: string): unknown[] =>
    asked
      .filter(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}` === key)
      .map(({ body }) => body)
  return { server, asked, sent }
}

export const overview = {
  communityName: '阳光花园',
  households: 1207,
  householdsInArrears: 803,
  openFen: fen(435_166_170),
  overdueFen: fen(400_000_000),
  collectedThisMonthFen: fen(264_744),
  pendingApplications: 3,
  suspenseItems: 0,
}

const summary: RollSummary = {
  community: '阳光花园',
  households: 1207,
  householdsInArrears: 803,
  charges: 1368,
  arrearsFen: fen(435_166_170),
  byFeeItemFen: { 物业服务费: fen(332_801_099), 机动车停车费: fen(87_270_000) },
  rejected: [
    {
      sheet: '业主档案',
      row: 101,
      column: '建筑面积',
      value: '待测绘',
      why: 'area is not a number',
      reason: '“建筑面积”填的是“待测绘”，不是数字。请填写如 98.60 的面积。',
    },
  ],
  rejectedTotal: 1,
  warnings: [],
  warningsTotal: 0,
  newHouseholds: 1207,
  newCharges: 1368,
  differences: [{ room: '1栋 1单元 203', what: '业主姓名', before: '崔娜桐', after: '崔娜彤' }],
  differencesTotal: 1,
}

export const aRoll = (over: Partial<RollImport> = {}, part: Partial<RollSummary> = {}): RollImport => ({
  id: id(7),
  fileName: '名册.xlsx',
  state: 'previewed',
  summary: { ...summary, ...part },
  ...over,
})

export const anApplication = (over: Partial<ApplicationToDecide> = {}): ApplicationToDecide => ({
  application: {
    id: id(5),
    communityId: id(1),
    communityName: '阳光花园',
    roomText: '3-1-502',
    applicantName: '王小明',
    relation: 'family',
    state: 'pending',
    answer: '',
    createdAt: '2026-11-23T02:00:00Z',
  },
  phoneMasked: '139****0099',
  candidates: [{ householdId: id(42), roomName: '3栋 1单元 502', ownerMasked: '汤**' }],
  ...over,
})

export const aHousehold = (over: Partial<HouseholdRow> = {}): HouseholdRow => ({
  householdId: id(42),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  phoneMasked: '138****1190',
  openFen: fen(195_228),
  overdueSince: day('2026-03-31'),
  ...over,
})
