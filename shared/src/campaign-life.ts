/** The life of a campaign (缴费提醒活动), whole, in one table. */

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
  readonly by: 'staff' | 'other staff' | 'system'
  readonly from: readonly CampaignState[]
  readonly to: CampaignState
}

export const campaignEvents = {
  submit: { by: 'staff', from: ['draft'], to: 'submitted' },
  /** Small enough for one person. */
  approve_alone: { by: 'staff', from: ['draft'], to: 'approved' },
  approve: { by: 'other staff', from: ['submitted'], to: 'approved' },
  send_back: { by: 'other staff', from: ['submitted'], to: 'draft' },
  take_back: { by: 'staff', from: ['submitted', 'approved'], to: 'draft' },
  /** Its time has come, or somebody does not wait for it. */
  start: { by: 'system', from: ['approved'], to: 'running' },
  pause: { by: 'staff', from: ['running'], to: 'paused' },
  resume: { by: 'staff', from: ['paused'], to: 'running' },
  finish: { by: 'system', from: ['running'], to: 'done' },
  stop: { by: 'staff', from: ['submitted', 'approved', 'running', 'paused'], to: 'stopped' },
} as const satisfies Record<string, EventFacts>

export type CampaignEvent = keyof typeof campaignEvents

/** Where an event leads from a state, or undefined when it is not for that state. */
export function afterCampaignEvent(from: CampaignState, event: CampaignEvent): CampaignState | undefined {
  const facts: EventFacts = campaignEvents[event]
  return facts.from.includes(from) ? facts.to : undefined
}
