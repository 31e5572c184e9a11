/** A new version asks everybody again. */
export const noticeVersion = 6

interface Use {
  readonly what: string
  readonly why: string
  readonly keptFor: string
  readonly without: string
}

/**
 * 隐私说明, with all that 个人信息保护法 17 asks to be told before the first personal datum is read: who, what for,
 * which data, how long, and how to use one's rights.
 */
export const notice = {
  title: '隐私说明',
  short: '只用来核对房屋、出账单和收物业费。不作广告，不卖给别人，不公开谁欠费。',
  date: '第 6 版，2026 年 11 月 27 日起生效',
  who: {
    title: '谁在使用您的信息',
    text: '为您所在小区服务的物业公司。本系统只按物业公司的委托处理，不作他用。有疑问请直接打电话：',
  },
  uses: {
    title: '用哪些信息、为什么、存多久',
    rows: [
      {
        what: '微信身份标识',
        why: '登录，以及确认是谁付的款',
        keptFor: '注销账号后删除；已付款的记录除外',
        without: '不登录就不能在微信里查账单',
      },
      {
        what: '手机号',
        why: '与物业登记的业主电话核对，找到您的房屋',
        keptFor: '与房屋解除关联后删除',
        without: '可以改填房号和姓名，由物业前台核实',
      },
      {
        what: '签字时的手机号',
        why: '签分期协议时，再核对一次是您本人',
        keptFor: '与协议一起保存，到履行完后 3 年',
        without: '不能在手机上签，可以到物业前台签纸质协议',
      },
      {
        what: '相机、相册和照片',
        why: '申请困难减免、对账单提疑问时，您自己选要不要加照片。只用您拍的或选的那几张，不看相册里别的照片',
        keptFor:
          '加密保存，只给处理的人看。减免的照片，有结果后最多 30 天内删除；疑问的照片，答复后 30 天内删除',
        without: '不影响申请。可以到物业前台出示，看完您带走，不留复印件',
      },
      {
        what: '您写的困难情况和证明材料',
        why: '审核困难减免。上传照片之前，另外请您单独同意，可以不同意',
        keptFor: '申请内容和结果，随账单保存；看过的证件只记“已看过”',
        without: '不能办减免，账单照常缴，别的不受影响',
      },
      {
        what: '房屋、面积与账单',
        why: '计算并说明每一笔费用',
        keptFor: '服务合同期间，以及结清后 3 年',
        without: '由物业公司依合同登记，是出账单必需的',
      },
      {
        what: '开发票时填的抬头、税号和邮箱',
        why: '按您填的开发票，开好以后让您下载；填了邮箱的，再发一份',
        keptFor: '和发票一起作为会计资料，按国家规定的年限保存',
        without: '不开发票也能缴费，每一笔都有收据',
      },
      {
        what: '您同意收的微信提醒，和提醒的发送、打开记录',
        why: '只发您同意过的条数；不重复提醒；记下是否通知到了',
        keptFor: '与账单一起保存，到结清后 3 年',
        without: '不同意也不影响缴费，消息写在小程序的“消息”里',
      },
      {
        what: '怎么称呼您、几点方便、要不要只用书面联系',
        why: '按您说的方式联系您',
        keptFor: '您改掉就换掉；说的人与房屋解除关联，或房屋过户后，第二天以前删除',
        without: '按登记的姓名，在白天提醒',
      },
      {
        what: '您对提醒提的意见，和物业的答复',
        why: '答复您；答复以前不再提醒您缴费',
        keptFor: '与那条提醒一起保存，到账单结清后 3 年',
        without: '不写也可以，打电话或到物业前台说',
      },
      {
        what: '物业登记的“请勿联系”和原因，例如业主已故、由律师代理',
        why: '不打扰不该联系的人',
        keptFor: '取消登记时删除；房屋过户后，第二天以前删除写的说明',
        without: '由您、家人或代理人告诉物业；不说，就照常提醒',
      },
      {
        what: '缴费记录',
        why: '记账、开收据、查询和退款',
        keptFor: '30 年（《会计档案管理办法》）',
        without: '法律要求保存，不能提前删除',
      },
    ] satisfies Use[],
    labels: { why: '用途', keptFor: '保存', without: '不提供' },
  },
  shared: {
    title: '会给谁',
    text: '付款时，订单号和金额会交给微信支付。您同意收的提醒，由微信发给您；没有微信提醒时，重要的事可能由短信公司或邮政送到您留的号码、地址，内容只够您看懂是什么事。您写给物业看的文字（对账单的疑问、对提醒的意见、困难情况、申请分期和延期的原因），提交时会连同微信身份标识交给微信，检查里面有没有不能发布的内容；不想这样的，可以打电话或到物业前台说。除法律要求外，不给其他任何人：不给单位、亲友，也不在群里或楼道公布。',
  },
  rights: {
    title: '您的权利',
    text: '您可以查阅、复制、更正、删除自己的信息，可以随时撤回同意，也可以要求解释。请到物业前台或拨打电话提出，15 个工作日内答复。对答复不满意，可以向网信部门投诉。',
  },
  agree: '同意并继续',
  refuse: '暂不同意',
  agreed: '您已同意本说明',
  withdraw: '撤回同意',
  withdrawAsk: '撤回后，不再读取您的手机号、相机和相册，已完成的缴费不受影响。要撤回吗？',
  withdrawn: '已撤回同意',
} as const

/** 国办发〔2020〕45 号: whoever does not use a phone for it must be able to do it otherwise. */
export const offline = {
  title: '不同意也能缴费',
  text: '请到小区物业前台，可以用现金、银行卡或转账缴费，工作人员会给您账单和收据。也可以请家人代办。',
} as const

export const contactTexts = {
  phone: '物业电话',
  unknown: '暂时查不到电话，请看楼道公告栏或直接到物业前台。',
} as const
