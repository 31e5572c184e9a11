/** No photo of anybody's papers is kept longer after a decision (个人信息保护法 19, 47). */
export const photoDaysMax = 30

export const reliefTexts = {
  title: '困难减免',
  lead: '一时有困难，可以申请少缴、晚缴或慢慢缴。谁家都有难的时候，只管来问。',
  quiet: '只有审核的人知道。不公布，不告诉邻居、单位和亲友。',
  paused: '审核期间，申请里的这几笔不催缴，也不计违约金。',
  mine: '我的申请',
  none: '还没有申请过。哪一项合适，就点它下面的“申请这一项”，不用先准备齐材料。',
  standards: '物业公布的减免办法',
  standardsHint: '条件相同的，都按同一个办法办。',
  noStandards: '物业还没有公布减免办法',
  noStandardsHint: '有困难也可以先和物业前台说，一起商量晚缴或分几次缴。',
  apply: '申请这一项',
  frontDesk: '到小区物业前台，工作人员当面帮您办，也可以请家人代办。',
  closed: '已结束',
  askedOn: '申请于',
  replyBy: (day: string) => `${day}前答复`,
} as const

export const consentTexts = {
  tick: '我同意为这次申请上传照片',
  hint: `只给审核的人看，有结果后最多 ${photoDaysMax} 天就删。不同意也能申请，换一种方式就行。`,
  read: '看同意书全文',
  title: '上传照片的同意书',
  first: '勾选以后才能加照片。',
  drop: '不同意了',
  dropAsk: '照片会马上删除，您写的内容都还在。可以改用别的方式。',
  dropYes: '删除照片',
} as const
