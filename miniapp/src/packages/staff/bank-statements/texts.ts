export const texts = {
  title: '银行与 POS 流水',
  lead: '从网银或收单机构导出流水，导入后系统逐笔和账上核对。对不上的，在这里处理。',
  through: (day: string) => `流水到${day}`,
  never: '还没有导入过流水',
  open: (count: string) => `${count} 笔待处理`,
  agrees: '都对上了',
  none: '还没有银行账户或 POS 机',
  noneHint: '请财务先在收银柜页登记银行账户和 POS 机，再来导入流水。',
  toTill: '去登记',
} as const
