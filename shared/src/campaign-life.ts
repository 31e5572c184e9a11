/** The life of a campaign (缴费提醒活动), whole, in one table. Nothing else moves one. */

interface StateFacts {
  readonly label: string
  /** Whether its messages go out. */
  readonly sends: boolean
  readonly ended: boolean
}

export const campaignStates = {
  draft: { label: '草稿', sends: false, ended: false },
  /** Above a size a second person looks. */
  submitted: { label: '等待批准', sends: false, ended: false },
  approved: { label: '已批准，等开始', sends: false, ended: false },
  running: { label: '正在发送', sends: true, ended: false },
  paused: { label: '已暂停', sends: false, ended: false },
  done: { label: '已发完', sends: false, ended: true },
  stopped: { label: '已停止', sends: false, ended: true },
} as const satisfies Record<string, StateFacts>

export type CampaignState = keyof typeof campaignStates

interface EventFacts {
  /** `other staff`: nobody who wrote or submitted it. */
  readonly by: 'staff' | 'other staff' | 'system' | 'staff or system'
  readonly from: readonly CampaignState[]
  readonly to: CampaignState
  readonly label: string
}

export const campaignEvents = {
  submit: { by: 'staff', from: ['draft'], to: 'submitted', label: '提交，等待批准' },
  /** Small enough for one person. */
  approve_alone: { by: 'staff', from: ['draft'], to: 'approved', label: '提交，户数不多，不用批准' },
  approve: { by: 'other staff', from: ['submitted'], to: 'approved', label: '批准' },
  send_back: { by: 'other staff', from: ['submitted'], to: 'draft', label: '退回修改' },
  take_back: { by: 'staff', from: ['submitted', 'approved'], to: 'draft', label: '收回修改' },
  /** It was small enough for one person, and no more is when it is to begin. */
  outgrow: {
    by: 'staff or system',
    from: ['approved'],
    to: 'submitted',
    label: '户数变多，要由另一位同事批准',
  },
  /** Its time has come, or somebody does not wait for it. */
  start: { by: 'staff or system', from: ['approved'], to: 'running', label: '开始发送' },
  pause: { by: 'staff', from: ['running'], to: 'paused', label: '暂停' },
  resume: { by: 'staff', from: ['paused'], to: 'running', label: '继续' },
  finish: { by: 'system', from: ['running'], to: 'done', label: '发完' },
  /** A message came back, and the next channel has its turn. */
  go_on: { by: 'system', from: ['done'], to: 'running', label: '有没送到的，改用下一种渠道' },
  stop: { by: 'staff', from: ['submitted', 'approved', 'running', 'paused'], to: 'stopped', label: '停止' },
} as const satisfies Record<string, EventFacts>

export type CampaignEvent = keyof typeof campaignEvents

/** What somebody wrote, before and between the events that move it. */
export const campaignWriting = { make: '拟定', change: '修改' } as const
export type CampaignWriting = keyof typeof campaignWriting

/** Where an event leads from a state, or undefined when it is not for that state. */
export function afterCampaignEvent(from: CampaignState, event: CampaignEvent): CampaignState | undefined {
  const facts: EventFacts = campaignEvents[event]
  return facts.from.includes(from) ? facts.to : undefined
}
