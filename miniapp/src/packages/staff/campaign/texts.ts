import type { CampaignEvent, CampaignWriting } from '@anjiao/shared/campaign-life'
import type { CampaignMove } from '@anjiao/shared/contract/campaigns'
import { count } from '../../../ui/count'

export const texts = {
  title: '缴费提醒活动',
  settings: '怎么安排的',
  homes: '户数',
  homesUnknown: '提交时再数',
  start: '开始',
  channels: '渠道',
  pace: '快慢',
  fast: '尽快发完',
  perMinute: (messages: number) => `每分钟最多 ${count(messages)} 条`,
  holdOut: '对照',
  noHoldOut: '不留',
  holdOutOf: (percent: number) => `随机留 ${percent}% 不提醒`,
  by: '拟定',
  approvedBy: '批准',
  whom: '提醒哪些住户',
  everybody: '所有过了缴费日、还没缴清的住户',
  always: '正在办分期、延期、减免、异议的，登记了请勿联系的，最近刚提醒过的，都不发。',

  acting: '下一步',
  edit: '修改',
  waitsForOther: '您拟定或提交的，要由另一位同事批准。请同事打开这一页。',
  approved: '时间到了会自动开始。',
  running: '正在发。每一条发出前，都再核对一遍账和住户的情况。',
  paused: '暂停着，一条也不发。已经发出的收不回来。',

  tryOut: '试算一遍',
  tryAgain: '再试算一遍',
  tryHint: '看看现在发，谁会收到什么、谁不发、为什么。',

  steps: '经过',
  byWhom: (who: string, when: string) => `${who}，${when}`,
} as const

interface MoveWords {
  readonly label: string
  /** What follows from it. */
  readonly ask: string
  readonly done: string
}

/** What one may do with a campaign; changing it leads elsewhere. */
export const moveTexts: Readonly<Record<Exclude<CampaignMove, 'edit'>, MoveWords>> = {
  submit: {
    label: '提交',
    ask: '提交后不能再改。户数多的，要由另一位同事看过才发；户数不多的，到时间就发。',
    done: '已提交',
  },
  approve: {
    label: '批准',
    ask: '批准后，到了开始时间就自动发。请确认看过提醒哪些住户、发什么、不发谁。',
    done: '已批准',
  },
  send_back: { label: '退回修改', ask: '退回后成为草稿，由拟定的同事修改。', done: '已退回' },
  take_back: { label: '收回修改', ask: '收回后成为草稿，改好要再提交。', done: '已收回' },
  start: {
    label: '马上开始',
    ask: '不等原定的时间，现在就开始。晚上的留到第二天早上发。',
    done: '已开始',
  },
  pause: { label: '暂停', ask: '暂停后一条也不再发，随时可以继续。已经发出的收不回来。', done: '已暂停' },
  resume: { label: '继续发', ask: '从停下的地方接着发，已经收到的住户不会再收到。', done: '接着发了' },
  stop: {
    label: '停止',
    ask: '停止后，还没发的都不发了，这个活动不能再开始。已经发出的收不回来。',
    done: '已停止',
  },
}

export const stepTexts: Readonly<Record<CampaignEvent | CampaignWriting, string>> = {
  make: '拟定',
  change: '修改',
  submit: '提交，等待批准',
  approve_alone: '提交，户数不多，不用批准',
  approve: '批准',
  send_back: '退回修改',
  take_back: '收回修改',
  outgrow: '户数变多，要由另一位同事批准',
  start: '开始发送',
  pause: '暂停',
  resume: '继续',
  finish: '发完',
  go_on: '有没送到的，改用下一种渠道',
  stop: '停止',
}

export const progressTexts = {
  title: '发到哪里了',
  progress: '已处理',
  of: (done: number, total: number) => `${count(done)} / ${count(total)} 户`,
  planning: '正在列出要提醒的住户…',
  stands: (why: string) => `现在没有在发：${why}。`,
  homes: '符合条件',
  heldOut: '留作对照',
  waiting: '等着发',
  reached: '已送到',
  opened: '点开看了',

  fates: '结果',
  delivered: '已送到',
  sent: '已发出，还不知道到没到',
  refused: '没有同意，或不再接收',
  failed: '没有送到',
  unreachable: '没有订阅次数，或联系不上',
  unknown: '结果不明，等同事核对',
  waitingBar: '等着发',
  openedNote: (opened: number) => `其中 ${count(opened)} 户点开看了。没点开的，不等于没看到。`,
  toUnknown: '去核对结果不明的',
  proof: '“已发出”只说明对方收下了，不能证明业主收到了。',

  byChannel: '各渠道',
  channelOf: (delivered: number, sent: number) => `送到 ${count(delivered)} / 发出 ${count(sent)} 条`,

  conversion: '后来缴费的',
  reminded: '提醒过的',
  notReminded: '没提醒的（对照）',
  within: (days: number, group: string) => `${days} 天内缴费，${group}`,
  share: (percent: number, paid: number, homes: number) =>
    `${percent}%（${count(paid)} / ${count(homes)} 户）`,
  paidFen: '14 天内缴来的钱',
  more: (points: number) => `提醒过的比没提醒的，14 天内缴费的多 ${points} 个百分点。`,
  same: '提醒过的和没提醒的，14 天内缴费的差不多。',
  fewer: (points: number) => `提醒过的比没提醒的，14 天内缴费的还少 ${points} 个百分点。`,
  fewHomes: (homes: number) => `对照只有 ${count(homes)} 户，差别可能是碰巧。`,
  noHoldOut: '这次没有留对照，说不准有多少是提醒带来的。',
  fullBar: (percent: number) => `一整条是 ${percent}%。`,
  notYet: '日子还没到的，数字还会涨。',
  nobodyYet: '还没有一户收到提醒。',
} as const
