import type { DisputeAbout } from '@anjiao/shared/vocabulary'

export const texts = {
  title: '对账单有疑问',
  which: '问的是这一笔',
  promise: (days: number) =>
    `您提出以后，物业最晚 ${days} 天内答复您。答复之前，这一笔不催您缴，也不计违约金；别的账单照常缴。`,
  about: '哪里不对',
  story: '请您说说',
  storyLabel: '用自己的话写几句',
  storyHint: '知道多少写多少，例如：我家是 89 平米，账单写成了 98 平米。',
  photos: '有凭据的，可以拍下来',
  photosHint: (days: number) =>
    `例如以前的收据、房产证的面积页。不拍也可以。照片只给处理的人看，答复后 ${days} 天内删除。`,
  send: '提交给物业',
  sent: '已提交给物业',
  aboutMissing: '请选哪里不对',
  storyMissing: '请写一两句',
  unfinished: '还有没填好的：',
  frontDesk: '到小区物业前台当面问，工作人员帮您记下来，一样会答复。',
} as const

/** Where the label alone may not be enough. */
export const aboutHints: Readonly<Partial<Record<DisputeAbout, string>>> = {
  period: '那段时间不该收，或重复收了',
  price: '和公布的收费标准不一样',
  paid: '以前缴过，账上没有',
  service: '该做的没做，或做得不好',
  not_mine: '房子已经卖了，或不是我家的',
}
