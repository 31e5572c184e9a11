export const signInTexts = {
  title: '您好，欢迎使用安缴',
  why: '在这里看自家的物业账单，每一笔怎么算的都写得明明白白，也可以直接用微信缴费。',
  signIn: '微信登录',
  elsewhere: '这个浏览器里不能登录。请在手机微信里打开“安缴”小程序，或到物业前台办理。',
  offline: '不想在手机上办也没关系，到小区物业前台，现金、刷卡都可以。',
} as const

export const bindTexts = {
  title: '关联我的房屋',
  invite: '还没有关联房屋',
  inviteWhy: '关联后，就能在这里看到账单、明白每一笔是怎么算的。只要两步，用微信里的手机号核对即可。',
  inviteGo: '开始关联',
  steps: { notice: '看隐私说明', phone: '核对手机号', done: '看到自己家的账单' },
  phoneHint: '与物业登记的业主电话核对，不用填写资料',
  read: '先看隐私说明',
  phone: '用微信手机号核对',
  asking: '正在核对手机号，请稍等…',
  refused: '没有拿到手机号。可以再点一次，也可以不提供手机号，改填房号和姓名。',
  otherwise: '不提供手机号，改填房号',
  found: '关联好了',
  foundHint: '这些房屋登记的是您的手机号：',
  nothingNew: '您的手机号已经核对过，房屋都在这里：',
  toBills: '去看账单',
  staff: '员工身份已开通',
  toHome: '去首页',
  unknown: '没有找到登记这个手机号的房屋',
  unknownWhy: (phone: string) =>
    `您的手机号 ${phone} 不在物业登记的业主电话里。可能登记的是家人的号码，或者后来换过号码。`,
  unknownNext: '填写房号和姓名提交申请，物业前台核对后，就能在这里看到账单。',
  apply: '填写申请',
  tenant: '您是租户？',
  tenantHint: '不用申请。请业主在“房屋与家人”里添加您的手机号，您再打开这里就能看到账单。',
} as const

export const applyTexts = {
  title: '申请关联房屋',
  intro: '手机号不在物业登记里，或不想提供手机号，就填这张申请。物业前台核对后告诉您结果。',
  form: '填写申请',
  community: '小区',
  room: '房号',
  roomHint: '照房产证或以前的账单写，例如：3栋 1单元 502',
  roomMissing: '请写房号，例如：3栋 1单元 502',
  name: '您的姓名',
  nameHint: '与物业登记核对用，不会给别人看',
  nameMissing: '请写您的姓名',
  relation: '您是这套房屋的',
  owner: '业主',
  ownerHint: '房产证上的人，或共有人',
  family: '家人',
  familyHint: '住在一起，或帮家里老人缴费',
  tenant: '租户',
  tenantHint: '租住这套房屋',
  tenantWay: '租户不用申请',
  tenantWhy:
    '请把您的手机号告诉业主，由业主在“房屋与家人”里添加。添加后您用这个手机号登录，就能看到账单和缴费。',
  send: '提交申请',
  sent: '申请已提交',
  noCommunities: '还没有小区开通，请到物业前台办理。',
} as const

export const applicationTexts = {
  at: '提交于',
  pending: '物业前台正在核对。核对好了，房屋会自动出现在首页，不用再提交。',
  approved: '已经关联好，请到首页看账单。',
  rejected: '物业的答复：',
  again: '如果有误，可以改正后再申请，或到物业前台当面办理。',
} as const

export const signOutTexts = {
  signOut: '退出登录',
} as const
