import type { NoticeKind } from '@anjiao/shared/notice-life'
import { asksAtOnce } from '@anjiao/shared/notice-limits'

export const texts = {
  title: '提醒设置',

  left: '微信提醒还能发几条',
  leftHow: '每同意一次，微信只能发一条。发完了就不再发，要再点下面的按钮。',
  leftNone: '小区还没有开通微信提醒',
  leftNoneHint: '消息都写在首页的“消息”里，随时可以看。',
  count: (left: number) => `${left} 条`,
  agree: '同意提醒',
  more: '再同意一次',
  moreHow: `微信会问您要哪几种，一次最多问 ${asksAtOnce} 种。选过“总是保持以上选择”的，微信不再问：同意的，点一次多一条；不同意的，要到微信里改。`,
  enough: '现在不用再同意了。',
  elsewhere: '要在微信里收提醒，请用微信打开“安缴”小程序，再到这一页。',
  oldWeChat: '您的微信版本旧，还不能发提醒。请更新微信，再到这一页。',
  otherwise: '没有微信提醒时，重要的事物业可能发短信或寄信。',

  wishes: '怎么联系您',
  save: '保存',
  unsaved: '改过了，还没有保存。',
  saved: '已保存，从下一条提醒起照这样办。',
  frontDesk: '到小区物业前台说一声，工作人员帮您登记。',
} as const

/** What each kind of message is about. */
export const kindHints: Readonly<Record<NoticeKind, string>> = {
  bill: '新账单出来时',
  reminder: '缴费日前后还没缴清时',
  instalment: '分期每一期快到日子时',
  receipt: '缴费成功时',
  answer: '分期、延期、减免、疑问有了结果时',
  debit: '银行代扣前一天',
}
