import { count } from '../../../ui/count'

export const texts = {
  title: '消息内容',
  rule: '每一种消息，在每一种渠道上说什么。写好的马上试读，锁屏上不出现欠费的话。没有写的，那种渠道就发不出去。',
  readOnly: '由项目经理写和修改，您可以点开看全文。',
  reads: (kind: string, channel: string) => `${kind}：${channel}`,
  worded: '已启用',
  unworded: '还没写',
  templates: '微信模板',
  templatesHint: '在微信公众平台选用的模板，在这里读进来用。',
  syncedAt: (when: string) => `上次读取：${when}`,
  never: '还没有读取过',
  sync: '从微信重新读取',
  synced: (templates: number) => `读到 ${count(templates)} 个模板`,
  none: '还没有模板',
  noneHint: '先在微信公众平台的“订阅消息”里选用模板，再到这里读取。',
  name: '模板',
  fields: '有哪些格',
  state: '状态',
  inUse: '在用',
  free: '可以用',
  gone: '微信里已删除',
} as const
