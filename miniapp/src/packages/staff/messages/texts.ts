import { complaintsShownMost } from '@anjiao/shared/notice-limits'
import { count } from '../../../ui/count'

export const texts = {
  tabs: '看哪些',
  complaints: '对提醒的意见',
  unknown: '结果不明的消息',
  tab: (name: string, waiting: number) => (waiting > 0 ? `${name} ${count(waiting)}` : name),

  complaintRule: '住户觉得提醒得不对，写在这里。没答复以前，不再给这一户发提醒。',
  unknownMost: '先列最早的 100 条，核对完了再列后面的。',
  complaintsMost: `只列出 ${complaintsShownMost} 条，没答复的在前。`,
  noComplaints: '没有对提醒的意见',
  noComplaintsHint: '住户在消息里点“对这条提醒有意见”，就会到这里。',
  says: '住户说',
  askedAt: (when: string) => `${when} 提出`,
  answered: '已答复',
  answer: '答复',
  answerTo: '答复住户',
  answerLabel: '怎么答复',
  answerHint: '住户会看到这段话。先说查到了什么，再说怎么办；是我们弄错的，请道歉。',
  send: '发送答复',
  sent: '已答复，可以照常提醒了',
  toHome: '看这一户',

  unknownRule:
    '发的时候没有等到回答，不知道到没到。系统不会自己再发，怕住户收到两次。请问一问、看一看，再选一样。',
  noUnknown: '没有结果不明的消息',
  noUnknownHint: '每一条都知道下落。',
  resolve: '处理',
  resolveTitle: '这条消息到了没有',
  resolution: '核对的结果',
  note: '怎么核对的',
  noteHint: '例如：打电话问过业主；在短信平台查到了回执',
  save: '保存',
  resolved: '已处理',
  room: (room: string, owner: string) => `${room} ${owner}`,
} as const

/** What may have become of a message, and what follows from saying so. */
export const resolutionTexts = {
  arrived: { label: '业主收到了', hint: '记为已送到' },
  send_again: { label: '没收到，再发一次', hint: '发之前照样再核对一遍账' },
  leave: { label: '不再管它', hint: '记为没有送到，不再发' },
} as const

/** Those given most often. */
export const commonAnswers: readonly string[] = [
  '查过了，这笔账单已经缴清，是我们没有及时更新。给您添麻烦了，以后不会再提醒这一笔。',
  '查过了，账单没有错：在账单里点开这一笔，就能看到是哪一段时间、怎么算的。对金额有疑问，也在那里提出，核实以前不再提醒。',
]

/** Where it is so. */
export const wishesEntered = '您希望的时间和方式已经登记好，以后照您说的来。'
