import type { CampaignMove } from '@anjiao/shared/campaign-terms'
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
  always: '正在办分期、延期、减免、有异议的那几笔，不提醒。登记了请勿联系的、最近刚提醒过的住户，都不发。',

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
  /** What follows from it. */
  readonly ask: string
  readonly done: string
}

/** What follows from what one may do with a campaign (its name: `campaignMoves`); changing it leads elsewhere. */
export const moveTexts: Readonly<Record<Exclude<CampaignMove, 'edit'>, MoveWords>> = {
  submit: {
    ask: '提交后不能再改。户数多的，要由另一位同事看过才发；户数不多的，到时间就发。',
    done: '已提交',
  },
  approve: {
    ask: '批准后，到了开始时间就自动发。请确认看过提醒哪些住户、发什么、不发谁。',
    done: '已批准',
  },
  send_back: { ask: '退回后成为草稿，由拟定的同事修改。', done: '已退回' },
  take_back: { ask: '收回后成为草稿，改好要再提交。', done: '已收回' },
  start: {
    ask: '不等原定的时间，现在就开始。晚上的留到第二天早上发。',
    done: '已开始',
  },
  pause: { ask: '暂停后一条也不再发，随时可以继续。已经发出的收不回来。', done: '已暂停' },
  resume: { ask: '从停下的地方接着发，已经收到的住户不会再收到。', done: '接着发了' },
  stop: {
    ask: '停止后，还没发的都不发了，这个活动不能再开始。已经发出的收不回来。',
    done: '已停止',
  },
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
  refused: '业主不再接收',
  failed: '没有送到',
  noCredit: '没有同意过，或同意的次数用完了',
  unreachable: '联系不上',
  unknown: '结果不明，等同事核对',
  openedNote: (opened: number) => `其中 ${count(opened)} 户点开看了。没点开的，不等于没看到。`,
  toUnknown: '去核对结果不明的',
  proof: '“已发出”只说明对方收下了，不能证明业主收到了。',

  channelOf: (delivered: number, sent: number) => `送到 ${count(delivered)} / 发出 ${count(sent)} 条`,

  conversion: '后来缴费的',
  reminded: '安排提醒的',
  notReminded: '没提醒的（对照）',
  within: (days: number, group: string) => `${days} 天内缴费，${group}`,
  share: (percent: number, paid: number, homes: number) =>
    `${percent}%（${count(paid)} / ${count(homes)} 户）`,
  paidFen: '14 天内缴来的钱',
  more: (points: number) => `安排提醒的比没提醒的，14 天内缴费的多 ${points} 个百分点。`,
  same: '安排提醒的和没提醒的，14 天内缴费的差不多。',
  fewer: (points: number) => `安排提醒的比没提醒的，14 天内缴费的还少 ${points} 个百分点。`,
  goesOn: '开始以后满 14 天，才比得出差别。',
  comparesOn: (day: string) => `到${day}满 14 天，那时再比。`,
  fewHomes: (group: string, homes: number) => `${group}只有 ${count(homes)} 户，差别可能是碰巧，不比。`,
  noHoldOut: '这次没有留对照，说不准有多少是提醒带来的。',
  fullBar: (percent: number) => `一整条是 ${percent}%。`,
  notYet: '日子还没到的，数字还会涨。',
  nobodyYet: '还没有一户收到提醒。',
} as const
