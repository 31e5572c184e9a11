import type { FieldContent, NewWording, WechatTemplate } from '@anjiao/shared/contract/wordings'
import { type Channel, type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import { suggestFields } from '@anjiao/shared/suggest-wording'
import type { WordingValue } from '@anjiao/shared/wording-values'
import type { Ctx } from '../../platform/context.ts'
import { listTemplates, publishWording } from '../../reminders/index.ts'
import { senderOf } from '../../reminders/wordings/example-values.ts'

const kinds = Object.keys(noticeKinds) as NoticeKind[]

/**
 * What the sample community says on each channel, for kinds that have no wording yet. Subscription messages take the first
 * template of the mini-program, as last read from WeChat, whose title says what it is for.
 */
export async function sampleWordings(ctx: Ctx, appid: string): Promise<void> {
  const templates = (await listTemplates(ctx, appid)).filter(({ gone }) => !gone)
  const { company } = await senderOf(ctx)
  const wanted = kinds.flatMap((kind) => [
    ...subscriptionOf(kind, templates),
    { kind, channel: 'sms' as const, templateId: smsTemplates[kind], ...sms[kind] },
    { kind, channel: 'letter' as const, templateId: '', ...sampleLetterWording(kind, company) },
  ])
  for (const wording of wanted)
    if (!(await hasWording(ctx, wording))) await publishWording(ctx, appid, { wording, replaces: null })
}

/** One that is in force stays, also where its template is gone. */
async function hasWording(
  { tx, community }: Ctx,
  of: { kind: NoticeKind; channel: Channel },
): Promise<boolean> {
  const found = await tx.rows`
    select from notice_wording where (community_id, kind, channel) = (${community}, ${of.kind}, ${of.channel}) limit 1`
  return found.length > 0
}

const titles: Readonly<Record<NoticeKind, RegExp>> = {
  bill: /账单/,
  reminder: /(?<!分期)缴费提醒|缴费通知|待缴/,
  instalment: /分期|还款/,
  receipt: /缴费成功|缴费凭证|支付成功|收款/,
  answer: /结果|进度|审核/,
  debit: /扣款|代扣/,
}

function subscriptionOf(kind: NoticeKind, templates: readonly WechatTemplate[]): NewWording[] {
  const template = templates.find(({ title }) => titles[kind].test(title))
  if (!template) return []
  const { templateId, fields } = template
  return [{ kind, channel: 'subscription', templateId, fields: suggestFields(kind, fields), text: '' }]
}

const smsTemplates: Readonly<Record<NoticeKind, string>> = {
  bill: '2100001',
  reminder: '2100002',
  instalment: '2100003',
  receipt: '2100004',
  answer: '2100005',
  debit: '2100006',
}

type Text = Pick<NewWording, 'text' | 'fields'>

/** A text whose numbers stand for these values, in order. */
const text = (words: string, ...values: readonly WordingValue[]): Text => ({
  text: words,
  fields: Object.fromEntries(values.map((value, at): [string, FieldContent] => [String(at + 1), { value }])),
})

const sms: Readonly<Record<NoticeKind, Text>> = {
  bill: text(
    '您好，{1}{2}有新的账单待查看，共{3}元。明细在小程序“安缴”里，也可以问物业前台，电话{4}。',
    'community',
    'room',
    'amount',
    'hotline',
  ),
  reminder: text(
    '您好，{1}{2}有账单待查看，共{3}元。一次缴不了的可以分期，有疑问请打{4}。已经缴了的，请不用理会。',
    'community',
    'room',
    'amount',
    'hotline',
  ),
  instalment: text(
    '您好，{1}{2}的分期{3}待查看，共{4}元，日期{5}。有变动请打{6}。',
    'community',
    'room',
    'instalment',
    'amount',
    'due_date',
    'hotline',
  ),
  receipt: text(
    '您好，{1}{2}缴来的{3}元已收到，谢谢您。凭证在小程序“安缴”里。',
    'community',
    'room',
    'paid_amount',
  ),
  answer: text('您好，您申请的{1}：{2}。详情在小程序“安缴”里，也可以打{3}。', 'matter', 'result', 'hotline'),
  debit: text(
    '您好，{1}{2}按您的授权，{3}从尾号{4}的账户代扣{5}元。不想扣，请在小程序“安缴”里点“停止代扣”，或打{6}。',
    'community',
    'room',
    'due_date',
    'account',
    'amount',
    'hotline',
  ),
}

const asking = (company: string): Text =>
  text(
    [
      '{1}：',
      '您好。{2}{3}的{4}（{5}）共 {6} 元，缴费日是{7}。每一笔的明细在这封信里，怎么算的在微信小程序“安缴”里能看到。',
      '可以用微信小程序“安缴”缴，也可以到物业前台缴现金、刷卡或转账。一次缴不了的，可以申请分期、延期；有困难的，可以申请减免。',
      '对账单有疑问，请打{8}，或到前台，我们当面核对，十天内答复您。已经缴了的，请不用理会这封信。',
      company,
      '{9}',
    ].join('\n'),
    'address',
    'community',
    'room',
    'item',
    'period',
    'amount',
    'due_date',
    'hotline',
    'today',
  )

/** What a letter of a kind says in the sample community. */
export function sampleLetterWording(kind: NoticeKind, company: string): Text {
  switch (kind) {
    case 'bill':
    case 'reminder':
      return asking(company)
    case 'instalment':
      return text(
        `{1}：\n您好。{2}{3}的分期{4}是 {5} 元，约定的日期是{6}。有变动可以改一次日期，请打{7}或到前台。\n${company}`,
        'address',
        'community',
        'room',
        'instalment',
        'amount',
        'due_date',
        'hotline',
      )
    case 'receipt':
      return text(
        `{1}：\n您好。{2}{3}在{4}缴来的 {5} 元已收到，谢谢您。凭证可以到前台取，也可以打{6}。\n${company}`,
        'address',
        'community',
        'room',
        'paid_at',
        'paid_amount',
        'hotline',
      )
    case 'answer':
      return text(
        `{1}：\n您好。{2}{3}申请的{4}有了结果：{5}。想再商量的，请打{6}或到前台。\n${company}`,
        'address',
        'community',
        'room',
        'matter',
        'result',
        'hotline',
      )
    case 'debit':
      return text(
        `{1}：\n您好。按您的授权，{2}{3}到{4}从尾号 {5} 的银行账户代扣 {6} 元。不想扣的，请在小程序“安缴”里停止代扣，或打{7}。\n${company}`,
        'address',
        'community',
        'room',
        'due_date',
        'account',
        'amount',
        'hotline',
      )
  }
}
