export const peopleTexts = {
  linked: '能看到这套房屋账单的人',
  me: '我',
  notJoined: '还没有登录过',
  remove: '移除',
  removeLabel: (who: string) => `移除${who}`,
  removeTitle: (who: string) => `移除${who}？`,
  removeAsk: '移除后，对方不再能看到这套房屋的账单，也不能代缴。以后可以再添加。',
  removed: '已移除',
  add: '添加家人或租户',
  ownerOnly: '添加或移除家人、租户，由业主本人办理。',
} as const

export const linkTexts = {
  title: '添加家人或租户',
  intro: '添加后，对方用这个手机号登录，就能看到这套房屋的账单，也可以代缴。',
  relation: '对方是',
  family: '家人',
  familyHint: '子女、父母、配偶等',
  tenant: '租户',
  tenantHint: '租住这套房屋的人',
  phone: '对方的手机号',
  phoneWrong: '请填写 11 位手机号',
  label: '怎么称呼（可以不填）',
  labelHint: '例如：女儿、小李',
  save: '添加',
  saved: '已添加',
} as const
