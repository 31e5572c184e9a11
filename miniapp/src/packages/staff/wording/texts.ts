import type { Channel } from '@anjiao/shared/notice-life'

export const texts = {
  title: (kind: string, channel: string) => `${kind}：${channel}`,
  rule: '写的时候，右边马上按一户的例子读给您看，哪里放不下、哪里不能这样说，也写在那里。发布后马上用，以前发出的不变。',
  template: '微信模板',
  noTemplates: '还没有可以用的模板',
  noTemplatesHint: '先到“消息内容”页，从微信读取模板。',
  smsTemplateId: '短信平台的模板编号',
  smsTemplateHint: '在短信平台审核通过以后得到的编号',
  text: '正文',
  smsHint: '和短信平台审核通过的一字不差。会变的地方写 {1}、{2}。不用写【签名】。',
  letterHint:
    '一段一行。会变的地方写 {1}、{2}。要写明物业公司全称、在哪里看明细、不用手机怎么缴、有疑问找谁。',
  fill: '每一格放什么',
  suggest: '按模板自动填',
  fixed: '写固定的话',
  fixedOf: (label: string) => `${label}，写什么`,
  placeholder: (key: string) => `{${key}} 放什么`,
  takes: (type: string, takes: string) => `${type}：${takes}`,
  reads: '业主会看到',
  readsHint: '按一户的例子',
  empty: '（空着）',
  nothingYet: '写好以后，这里会读给您看。',
  problems: '还要改的',
  noProblems: '没有问题，可以发布。',
  notYet: '还有要改的，改好才能发布。',
  publish: '发布',
  publishAsk: '发布后，往后发的都用新的内容。已经发出的不变。',
  published: '新的内容已启用',
  inForce: (who: string, when: string) => `现在用的，由${who}在 ${when} 发布`,
} as const

/** What a channel is asked to say at most. */
export const textMost: Readonly<Record<Exclude<Channel, 'subscription'>, number>> = { sms: 500, letter: 2000 }
