/**
 * Every reason for which the system refuses a request: its code, the HTTP status, and the sentence a person reads.
 * A sentence says what happened and what to do next, and never shames. `{name}` is filled from the refusal's facts.
 */
export const refusals = {
  // Who is asking
  'not-signed-in': [401, '登录已过期，请重新登录。'],
  'login-code-invalid': [401, '微信登录凭证已失效，请再点一次登录。'],
  'phone-code-invalid': [400, '手机号授权已失效，请再点一次按钮。'],
  'wechat-account-restricted': [403, '微信暂时限制了当前账号的登录。请按微信里的提示处理，或联系物业前台。'],
  'not-allowed': [403, '您没有办理此项的权限。如有需要，请联系管理员开通。'],
  'not-found': [404, '没有找到您要的内容，可能已被移走。请返回上一页刷新后再试。'],

  // Homes and the people linked to them
  'owner-only': [403, '这件事要由业主本人办理。请联系业主。'],
  'already-linked': [409, '这个手机号已经关联到这套房屋，无需重复添加。'],
  'home-is-full': [409, '一套房屋最多关联 {limit} 人。请先移除不再需要的人，再添加。'],
  'owner-stays': [409, '业主不能在这里移除。如房屋已过户或登记有误，请联系物业前台更正。'],
  'tenant-asks-owner': [
    403,
    '租户由业主添加后即可查看账单。请把您的手机号告诉业主，由业主在“房屋与家人”里添加。',
  ],
  'application-pending': [409, '这套房屋的申请您已经提交过，正在等待物业审核，无需再次提交。'],
  'too-many-applications': [409, '您有 {limit} 份申请还在审核中，请等物业答复后再提交新的申请。'],
  'application-decided': [409, '这份申请已经由同事办理过了，请刷新查看结果。'],
  'own-application': [403, '自己的申请需要由其他同事审核，请转给同事办理。'],

  // Signing in on a desktop
  'device-code-unknown': [
    404,
    '没有找到这个登录码，可能已过期或已被使用。请在电脑上刷新页面，再扫一次新的码。',
  ],
  'too-often': [429, '操作有些频繁，请过 {minutes} 分钟再试。'],

  // What was sent
  'bad-input': [400, '填写的内容有误：{detail}。请改正后再试。'],
  'text-not-allowed': [
    422,
    '微信提示这段文字里有不能发布的内容，所以还没有提交。请换个说法再提交，也可以打物业电话或到物业前台说。',
  ],
  'too-large': [413, '文件太大，最多 {limit}。请拆分后再上传。'],
  'idempotency-key-missing': [400, '请求缺少防重复编号，请刷新页面后再试。'],
  'idempotency-key-reused': [422, '这次操作和上次内容不同，请刷新页面后再试。'],
  'still-working': [409, '上一次操作还在处理中，请稍等几秒再看结果。'],

  // The books
  'already-reversed': [409, '这笔账已经冲销过了，无需再次冲销。'],
  // Money that is held (待查款)
  'suspense-resolved': [409, '这笔待查款刚刚由{by}处理过了。请刷新后看处理结果。'],
  'suspense-not-placed': [409, '这笔待查款现在没有入账，无需撤销。请刷新后再看。'],
  'suspense-own-home': [403, '这是您自己的房屋，不能由您自己确认。请转给其他同事办理。'],
  'suspense-return-takes-two': [
    403,
    '这笔款是您转入待查款的，超过了一个人可退的金额，要由另一位财务退回付款人。',
  ],
  'suspense-not-refunded': [
    409,
    '系统里还没有收到这笔款在微信商户平台全额退款的消息（已收到 {yuan} 元）。请先在商户平台原路退回，第二天对账后再来处理。',
  ],
  'suspense-went-back': [
    409,
    '这笔款已在微信商户平台退回 {yuan} 元，不能再从银行退一次。请选“已在微信商户平台退回”。',
  ],

  // Refunds
  'refund-moved-on': [409, '这笔退款的状态刚刚变了（现在是“{state}”）。请刷新后再看。'],
  'refund-over-rest': [409, '这笔缴费最多还能退 {yuan} 元。请改小退款金额。'],
  'refund-over-charge': [409, '所选账单没有用这笔缴费缴那么多。请刷新后重新选择。'],
  'refund-over-advance': [409, '预存余额只有 {yuan} 元，不够退。请改小金额，或从账单里退。'],
  'refund-route': [422, '这笔钱不能这样退。请换一种退款方式。'],
  'refund-too-old': [409, '缴费已满一年，微信不能再原路退回。请改用银行转账退款。'],
  'refund-too-many': [409, '这笔缴费已经退过 {most} 次，微信不能再退。请改用银行转账退款。'],
  'refund-spent-since': [409, '要退的钱刚刚有变动，不够退了。请刷新后重新选择。'],
  'refund-sum-differs': [422, '各项加起来要等于 {yuan} 元。请改好后再提交。'],
  'advance-return-open': [409, '已经有一个退还预存款的申请在办理。请先看它办到哪一步了。'],
  'advance-return-moved-on': [409, '这个申请的状态刚刚变了（现在是“{state}”）。请刷新后再看。'],
  'advance-return-nothing': [409, '现在没有可以退还的预存款。有疑问的，请到物业前台核对。'],
  'advance-return-short': [409, '一次最多能退 {yuan} 元。请改小金额，其余的在“办理退款”里逐笔退。'],
  'refund-of-unknown-payment': [409, '还没有找到这笔退款对应的缴费。请先在待查款里查明，再来说明。'],
  'payment-reversed': [409, '这笔收款已经冲销，没有钱可退。'],
  'own-refund': [403, '自己提出的退款不能自己付出。请转给其他同事办理。'],
  'refund-voucher-used': [409, '凭证号 {number} 已经用来付过另一笔退款，同一张凭证不能再用。请核对号码。'],
  'refund-paid-too-early': [422, '付款日期要在{from}（同意退款的那天）到今天之间。'],
  'till-too-low': [409, '柜里的现金不够付这笔退款。请先领备用金，再来付出。'],
  'own-receipt': [403, '自己收的款不能自己冲销或退款。请转给其他同事办理。'],

  'day-closed': [409, '{date}的账已经日结，不能再记这一天的账。请记在今天，或联系财务处理。'],
  'day-before-open': [409, '要一天一天地结。请先把{date}结好。'],
  'day-unexplained': [
    409,
    '{date}还不能日结：{unmatched} 个商户的账单还没有对，{differences} 笔差异、{strays} 笔无主交易、{foundRefunds} 笔系统外退款和 {fundFlows} 个商户的资金账单还没有说明，{tills} 个收银柜还没有交班复核，{bankDoubts} 笔银行或 POS 流水与账上不一致，{bankDays} 天的流水还没有导入。请先处理。',
  ],
  'bill-not-taken': [409, '{date}的微信账单还没有取到，请稍后再对账。'],
  'difference-resolved': [409, '这笔差异已经处理过了，请刷新后再看。'],
  'day-not-over': [409, '{date}还没有结束，要到第二天才能日结。'],
  'cannot-reverse': [409, '这笔账之后又发生了变动，不能直接冲销。请联系财务处理。'],

  'roll-names-no-community': [422, '文件的标题里没有小区名称。请用 --community 指明小区。'],
  'community-in-several-companies': [
    409,
    '有 {count} 家物业公司都有名为“{community}”的小区。请用 --company 指明物业公司。',
  ],
  'merchant-of-another-company': [409, '商户号 {mchid} 属于另一家物业公司。请核对商户号。'],
  'roll-expired': [410, '这份文件上传已超过一天，请重新上传后再确认导入。'],
  'roll-changes-too-much': [
    409,
    '文件里有 {count} 笔欠费的金额与系统不同，不像是更正。请核对是否选错了文件。',
  ],

  // Billing
  'contract-does-not-cover': [
    409,
    '{period}没有有效的物业服务合同，不能出账。请先登记合同；合同已终止的，终止以后的时间不能收费。',
  ],
  'bill-run-differs': [409, '{period}正在出账，缴费截止日是{dueDate}。请先把那一次出账做完。'],
  'fee-standard-exists': [
    409,
    '这个收费项目已有名为“{name}”的收费标准。请换一个名称，或在原标准里加新价格。',
  ],
  'price-version-exists': [409, '{date}已经有一个价格，公布后的价格不能修改。请换一个执行日期。'],
  'price-already-billed': [409, '{date}以前的账单已经按现行价格出过，新价格最早可从这一天起执行。'],
  'charge-cancelled': [409, '这笔账单已经作废，无需再次作废。'],

  'charge-already-held': [409, '所选账单里有的已经在办{matter}，请先等那一次办完，或只选其他账单。'],

  // Instalment plans and deferrals
  'plans-not-offered': [409, '本小区还没有公布分期办法。请联系物业前台，一起商量怎么缴。'],
  'plan-policy-changed': [409, '分期办法刚刚有更新。请看过新的办法，再选一次。'],
  'plan-too-little-owed': [409, '欠费满 {yuan} 元才需要分期。金额不大，可以直接缴，或联系物业前台商量。'],
  'plan-too-early': [409, '最早的账单到期满 {months} 个月才能分期。现在可以先申请延期，或联系物业前台商量。'],
  'plan-after-broken': [
    409,
    '上一次分期没有缴完，{months} 个月内暂不能自助申请。请联系物业前台，一起想办法。',
  ],
  'plan-asked-often': [
    409,
    '这一年里已经申请过 {times} 次，都没有签成，暂时不能再自己申请。请联系物业前台，由物业给您提供一个方案。',
  ],
  'plan-already-asked': [409, '您已经有一份分期申请在等待答复，答复后才能再申请。也可以先撤回那一份。'],
  'plan-terms-rhythm': [422, '不能按这个间隔分期，请换一个间隔。'],
  'plan-terms-day': [422, '每月缴费日请选 1 号到 28 号。'],
  'plan-terms-down-too-small': [422, '首付至少要 {yuan} 元，请多付一些首付。'],
  'plan-terms-down-too-large': [422, '首付不能等于或超过全部欠费。可以直接一次缴清。'],
  'plan-terms-too-few': [422, '至少分 2 期。一次缴清请直接缴费。'],
  'plan-terms-too-many': [422, '最多分 {most} 期，请减少期数。'],
  'plan-terms-too-long': [422, '最后一期不能晚于第一期之后 {months} 个月，请减少期数或缩短间隔。'],
  'plan-terms-too-small': [422, '每期至少 {yuan} 元，请减少期数。'],
  'plan-moved-on': [409, '这份分期的状态刚刚变了（现在是“{state}”）。请刷新后再看。'],
  'plan-charges-changed': [409, '方案里的账单已有变动，这个方案不合适了。请点“不用这个方案”，再重新选一次。'],
  'agreement-changed': [409, '协议的内容刚刚有变化。请把新的内容看一遍，再签署。'],
  'consent-missing': [422, '请先逐项勾选必选的同意项，再签署。'],
  'signing-phone-differs': [403, '签署要用您登记的手机号核对。请换回登记的手机号再试，或联系物业前台。'],
  'signing-needs-phone': [409, '签署前要先关联手机号。请在首页按提示关联后再签。'],
  'agreement-not-ready': [409, '协议文件正在生成，请一两分钟后再来下载。'],
  'instalment-already-paid': [409, '这一期已经缴清，无需再缴。'],
  'instalment-move-used-up': [409, '这份分期的改期次数已经用完。有困难请联系物业前台。'],
  'instalment-move-not-allowed': [422, '这一期最晚可以改到 {last}，并且要早于下一期。请另选日期。'],
  'plan-offer-reaches-nobody': [422, '没有符合条件的住户。请放宽条件再试。'],
  'deferral-not-offered': [409, '本小区没有开放自助延期。请联系物业前台商量。'],
  'deferral-too-far': [422, '最晚可以延期到 {last}。请另选日期，或考虑分期。'],
  'deferral-used-up': [
    409,
    '一年内可以延期 {times} 次，已经用完，或者申请得太频繁。请看看分期，或联系物业前台。',
  ],
  'old-debt-unknown': [422, '所选账单里有缴费日超过三年的。请先勾选“我知道”那一项，或者不选这些账单。'],
  'deferral-decided': [409, '这份延期申请已经答复过了，请刷新查看。'],

  // Disputes
  'owner-or-family-only': [403, '这件事由业主或家人办理。您发现账单有问题，请告诉业主，由业主或家人提出。'],
  'nothing-to-dispute': [409, '这笔账单已经作废，您不用缴，也不用再提异议。'],
  'already-disputed': [409, '这笔账单已经提过异议，正在等物业答复，无需再次提交。'],
  'too-many-disputes': [
    409,
    '这笔账单已经提过 {limit} 次异议。如果还是不同意，可以到物业前台当面核对，或请社区的人民调解委员会调解。',
  ],
  'dispute-over': [409, '这条异议已经有了结果，请刷新查看。'],

  // Hardship relief
  'relief-budget-days': [422, '预算的结束日期早于开始日期。请改正后再试。'],
  'relief-budget-needs-resolution': [
    422,
    '公共收益属于全体业主，动用前要有业主共同决定。请填写决定的文号或日期。',
  ],
  'relief-standard-not-whole': [422, '减免方式和填写的比例、金额、天数或期数不一致。请核对后再发布。'],
  'relief-standard-needs-budget': [422, '减免本金的标准要写明用哪一笔预算。请先登记预算，再发布标准。'],
  'relief-standard-needs-resolution': [
    422,
    '本小区减免本金要有业主共同决定（酬金制或统一收费）。请填写决定的文号，或改为免收违约金、延期。',
  ],
  'relief-vacancy-needs-basis': [422, '空置减免要有当地规定作依据。请填写文件名称和条款。'],
  'relief-fee-item-unknown': [422, '收费项目“{item}”不在本小区。请核对名称。'],
  'relief-standard-ended': [409, '这个减免标准已经停用。请看现在公布的标准，再选一次。'],
  'relief-way-not-offered': [422, '这个标准不用这种方式核实。请另选一种。'],
  'relief-photos-not-asked': [422, '选择出示或由居委会证明的，不用上传照片。请去掉照片再提交。'],
  'relief-photo-missing': [422, '您选择了拍照上传，还没有照片。请添加照片，或改为到前台出示。'],
  'photo-consent-missing': [422, '上传照片前，请先看完说明并勾选同意。不想上传的，可以到前台出示。'],
  'relief-not-for-charge': [422, '这个标准只用于{items}。请去掉其他账单再提交。'],
  'relief-withdrawn-too-often': [
    409,
    '{months} 个月内已经撤回过 {times} 次减免申请，暂时不能再自己申请。确有困难的，请到物业前台，当面商量怎么办。',
  ],
  'relief-already-granted': [
    409,
    '减免过的账单不能再减一次。可以只选其他账单，或申请免收违约金、延期、分期；对上次减免有不同意见的，请到物业前台说明。',
  ],
  'relief-most-given': [
    409,
    '按这个标准，一户 {months} 个月内一共减免 {yuan} 元，您家已经减满。可以另选一项，或申请延期、分期。',
  ],
  'relief-gives-nothing': [409, '所选账单已经缴清，或按这个标准没有可以减免的。请刷新后再看。'],
  'relief-moved-on': [409, '这份减免申请的状态刚刚变了（现在是“{state}”）。请刷新后再看。'],
  'relief-exceeds-standard': [422, '超过了按公布的标准能减的（最多 {most}）。请改小后再提交。'],
  'relief-exceeds-open': [409, '超过了还没缴的金额（还有 {yuan} 元）。请改小后再提交。'],
  'relief-over-budget': [409, '预算还剩 {yuan} 元，不够这次减免。请改小金额，或先登记新的预算。'],
  'same-decider': [403, '初审和复核要由两个人办理。请转给另一位同事复核。'],
  'decided-before': [403, '复议要由没有参加第一次审核的人办理。请转给另一位同事。'],
  'relief-appeal-too-late': [409, '复议要在 {last}前提出。情况有变化的，可以重新申请。'],

  // Contracts
  'contract-overlaps': [409, '这段时间已有服务合同。请先填写原合同的终止日期，或调整起止日期。'],

  // Paying
  'nothing-due': [409, '现在没有待缴的账单，无需付款。'],
  'charge-already-paid': [409, '所选账单里有的刚刚已缴清，请刷新后重新选择，避免重复付款。'],
  'charge-waived-when-kept': [409, '所选的违约金在分期按约缴完后免收，不用缴。请刷新后重新选择。'],
  'wechat-pay-not-set-up': [409, '本小区还没有开通微信缴费，请到物业前台缴纳。'],
  'payment-over': [409, '这笔缴费单已经结束，请重新发起缴费。'],
  'not-your-payment': [403, '这笔缴费是家里其他人发起的，请由发起人继续支付，或另外发起一笔。'],
  'wechat-refused': [502, '微信没有接受这笔缴费，没有扣款。请稍后再试，或到物业前台缴纳。'],
  'advance-over-limit': [409, '预存有上限（{source}）。现在最多可以缴 {yuan} 元，含待缴的账单。请改小金额。'],
  'advance-full': [409, '预存已经到上限（{source}），暂时不能再存。以后的账单可以用预存抵扣。'],
  'no-advance': [409, '预存余额为零，无法抵扣。'],

  // At the counter
  'voucher-in-suspense': [
    409,
    '银行流水里已经导入了单号 {number} 的这笔款，正在“待查款”里。请财务在待查款里确认是哪一户，不要重复收款。',
  ],
  'voucher-used': [409, '凭证号 {number} 已经入过账（{day}），同一张凭证不能再收一次。请核对号码。'],
  'voucher-missing': [422, '请填写{method}的凭证号：银行流水号、刷卡参考号或支票号码。'],
  'amount-changed': [409, '应缴金额刚刚有变化，现在是 {yuan} 元。请核对后再确认收款。'],
  'paid-on-too-far': [422, '缴费日期要在{from}到今天之间。更早的请联系财务处理。'],
  'no-open-till': [409, '您还没有开始收款。请先点清备用金、开柜，再收现金。'],
  'till-already-open': [409, '这个收银柜正在收款中，或您已经开了另一个柜。请先交班，再开柜。'],
  'not-your-till': [403, '这个收银柜由其他同事保管。请用自己的柜，或请财务改由您保管。'],
  'till-not-counted': [409, '这个收银柜还没有点数。请收款人先点数，再来复核。'],
  'till-closed': [409, '这个收银柜的点数已经复核过了，无需再次复核。'],
  'place-not-usable': [409, '这个收款账户已停用，或不能用于这种收款方式。请另选一个。'],
  'place-name-taken': [409, '已经有名为“{name}”的收银柜或账户。请换一个名称。'],
  'till-needs-holder': [422, '收银柜要有一位保管人，银行账户和刷卡机不用。请改好再保存。'],
  'holder-not-clerk': [422, '保管人要是本小区的前台、财务或催缴员。请另选一位同事。'],
  'till-in-use': [409, '这个收银柜里还有钱，或还没有交班。请先交班、存入银行，再停用。'],
  'counts-differ': [409, '两个人点的数不一样。请当面再点一遍，一致后再交接。'],
  'second-person': [403, '点数要由另一位同事复核。请转给财务或项目经理。'],
  'difference-needs-reason': [422, '点数和账上差 {yuan} 元，请写明原因再确认。'],
  'reverse-by-finance': [403, '已经交班或隔天的收款，要由财务冲销。请转给财务办理。'],
  'till-short': [409, '柜里账上只有 {yuan} 元，不能存这么多。请核对金额。'],
  'cheque-settled': [409, '这张支票已经有结果了，请刷新查看。'],

  // Bank debit
  'debit-account-wrong': [422, '账号好像有误，请对照银行卡或存折再核对一遍。'],
  'debit-fee-unknown': [422, '所选的收费项目不能代扣。请刷新后重新选择。'],
  'debit-not-offered': [409, '本小区还没有开通银行代扣。可以用微信缴，或到物业前台缴。'],
  'mandate-exists': [409, '这套房屋已经有一份代扣授权。要换卡，请先撤回原来的授权。'],
  'mandate-changed': [409, '授权书的内容刚刚有变化。请把新的内容看一遍，再同意。'],
  'set-off-changed': [409, '自动抵扣的说明刚刚有变化。请刷新，把新的说明看一遍，再打开。'],
  'debit-window': [422, '扣款时间要在 7 点到 22 点之间，并且结束晚于开始。请改好再提交。'],
  'debit-too-soon': [
    422,
    '扣款前至少要提前 24 小时通知业主。现在最早可以选{earliest}以后的时间，请另选扣款日期。',
  ],
  'debit-chooses-nobody': [409, '现在没有可以代扣的住户。请看名单里的原因，或另选扣款日期。'],
  'debit-list-changed': [409, '名单刚刚有变化，现在是 {count} 户、{yuan} 元。请看过新的名单，再建批次。'],
  'debit-notices-off': [409, '“银行代扣前”的通知关着，没有通知就不能扣款。请先到自动提醒里打开。'],
  'debit-moved-on': [409, '这一批的状态刚刚变了（现在是“{state}”）。请刷新后再看。'],
  'debit-own-batch': [403, '自己建的批次不能自己放行。请转给另一位同事核对放行。'],
  'debit-not-told-yet': [
    409,
    '通知正在发出，还没到{tellBy}。请等通知期过了再放行，提前没有通知到的住户不会扣款。',
  ],
  'debit-window-over': [409, '这一批约定的扣款时间已经过去，不能再交给银行。请取消这一批，另建一批。'],
  'debit-not-sent': [409, '这一批还没有交给银行，没有结果可以导入。'],
  'debit-not-begun': [409, '这一批的扣款时间还没有到，不会有结果。请核对文件。'],
  'debit-too-early-to-close': [409, '银行可能还会回复。{date}以后仍没有结果的，才能结束这一批。'],
  'debit-layout-does-not-work': [422, '这样的格式还不能用：{problems}。请改好再保存。'],
  'debit-layout-name-taken': [409, '已经有名为“{name}”的格式。请换一个名称。'],
  'debit-layout-not-usable': [409, '所选的文件格式已经停用，或不是这个用途。请另选一个。'],
  'debit-field-too-long': [
    422,
    '文件第 {line} 行的“{field}”有 {bytes} 个字节，格式里只留了 {width} 个。请改格式，或更正这一户的资料。',
  ],
  'debit-field-unwritable': [
    422,
    '文件第 {line} 行的“{field}”里有写不进文件的字（{what}）。请换成另一种编码，或更正这一户的资料。',
  ],
  'debit-result-unreadable': [422, '结果文件第 {line} 行读不懂：{detail}。没有入账，请核对文件和格式。'],
  'debit-result-of-other-batch': [
    422,
    '这份结果是批次 {found} 的，不是这一批（{number}）的。没有入账，请核对文件。',
  ],
  'debit-result-sums-differ': [
    422,
    '结果文件写明的{what}是 {said}，逐行加起来是 {counted}。文件可能不完整，没有入账，请重新向银行取。',
  ],
  'debit-result-line-unknown': [422, '结果文件第 {line} 行的序号 {no} 不在这一批里。没有入账，请核对文件。'],
  'debit-result-line-twice': [422, '结果文件里序号 {no} 出现了两次。没有入账，请核对文件。'],
  'debit-result-amount-differs': [
    422,
    '结果文件里序号 {no} 是 {found} 元，交给银行的是 {yuan} 元。没有入账，请向银行查询。',
  ],
  'debit-result-account-differs': [
    422,
    '结果文件里序号 {no} 的账号与交给银行的不同。没有入账，请向银行查询。',
  ],
  'debit-result-contradicts': [
    409,
    '序号 {no} 以前的结果是“{before}”，这份文件说的不一样。没有入账，请向银行查询。',
  ],

  // Photos that people attach
  'too-many-photos': [409, '您有 {limit} 张照片传好了还没有提交。请先提交，或删去不需要的，再添加新的。'],
  'too-many-photos-today': [429, '您今天已经添加了 {limit} 张照片。请明天再添加，或到物业前台出示原件。'],
  'photo-not-arrived': [409, '照片还没有传完整。请检查网络，再传一次。'],
  'photo-not-a-picture': [
    422,
    '这个文件不是完整的照片，没有保存（可以用 JPG、PNG、WebP 格式）。请重新拍一张，或另选一张。',
  ],
  'photo-refused': [422, '这张照片没有通过安全检查，没有保存。请换一张照片，或到物业前台出示原件。'],
  'photo-check-unavailable': [503, '照片的安全检查暂时没有回应，照片还没有保存。请过几分钟再试。'],
  'photo-attached': [409, '这张照片已经随申请提交，不能单独删除。办结以后会按期删除。'],
  'photo-not-usable': [
    409,
    '所选照片里有的已经删除、还没传好或已用在别处，一次最多 {limit} 张。请重新选择照片。',
  ],
  'photo-deleted': [410, '这张照片已经删除。需要时请重新添加。'],
  'link-expired': [410, '这个链接已经过期。请返回上一页重新打开。'],

  // Reminders
  'already-complained': [409, '这条提醒您已经提过意见，正在等物业答复，无需再次提交。'],
  'no-demand': [409, '这条消息没有催您缴费，不用在这里提意见。有话要说，请打物业电话或到物业前台。'],
  'complaint-answered': [409, '这条意见已经有同事答复过了，请刷新查看。'],
  'hours-wrong': [400, '结束的时间要晚于开始的时间，请改一改。'],
  'wording-does-not-work': [422, '这样写还不能启用：{problems}。请改好再启用。'],
  'wording-changed': [409, '同事刚刚换了这条消息的内容。请刷新看过新的，再决定怎么改。'],
  'delivery-resolved': [409, '这条消息已经有同事处理过了，请刷新查看。'],

  'sms-not-set-up': [409, '还没有开通短信。请去掉短信这个渠道，或请管理员先开通。'],
  'campaign-reaches-nobody': [422, '没有符合条件的住户。请放宽条件再试。'],
  'campaign-moved-on': [409, '这个活动的状态刚刚变了（现在是“{state}”）。请刷新后再看。'],
  'campaign-own': [403, '自己拟定或提交的活动，要由另一位同事批准。请转给同事看一看。'],

  'no-letters-waiting': [409, '这里没有等着打印的信了，可能同事刚打印过。请刷新查看。'],
  'letter-wording-missing': [409, '“{kind}”还没有纸质信的内容。请项目经理先在“消息内容”里写好，再来打印。'],
  'statement-period': [422, '对账单的日期不对：开始日期要在结束日期以前，一次最长五年。请重新选日期。'],
  'finance-period': [422, '日期不对：开始日期要在结束日期以前，一次最长 {days} 天。请重新选日期。'],
  'finance-list-too-long': [422, '这段时间有超过 {limit} 行，一个表放不下。请选短一些的时间再导出。'],
  'statement-too-long': [422, '这段时间的账目超过 {limit} 笔，一张对账单放不下。请选短一些的时间。'],
  'invoice-tax-number': [422, '纳税人识别号不对。请对照营业执照，填 15 到 20 位的号码。'],
  'invoice-email': [422, '邮箱地址不对，请再看一遍；也可以不填，开好以后在小程序里下载。'],
  'invoice-payment-taken': [
    409,
    '所选缴费里有的已经申请过发票、有退款，或者没有用在账单上。请刷新后重新选择。',
  ],
  'invoice-moved-on': [409, '这份开票申请的状态刚刚变了（现在是“{state}”）。请刷新后再看。'],
  'invoice-file': [422, '这个文件不是 PDF 或 OFD 格式的发票，没有保存。请另选一个文件。'],
  'invoice-money-gone-back': [
    409,
    '申请以后，这些缴费已经退回或冲销，没有可以开票的金额。请退回这份申请，写明原因。',
  ],
  'invoice-number-used': [409, '这个发票号码已经登记过了。请核对号码。'],
  'tax-rate-missing': [409, '收费项目“{item}”在收款那一天还没有设税率。请先在“税率设置”里设好，再登记开票。'],
  'tax-rate-exists': [409, '{date}已经设过税率，设过的不能修改。请换一个日期。'],
  'receipt-not-ready': [409, '收据正在开具，请一两分钟后再来看。'],
  'letters-not-ready': [409, '这批信正在排版，请一两分钟后再来下载。'],
  'letter-moved-on': [409, '这封信已经记为“{fate}”，不能再改成这一样。请刷新后再看。'],
  'letter-day-wrong': [422, '日期要在打印那天（{from}）到今天之间。请改好再记。'],

  // WeChat's bill of a day
  'bill-hash-differs': [
    422,
    '微信账单与它的校验值不符，下载可能不完整。系统会再下载一次；一直这样，请联系微信支付。',
  ],
  'bill-not-text': [422, '微信账单里有无法识别的字符，文件可能已损坏。请重新下载这一天的账单。'],
  'bill-line-too-long': [422, '微信账单有一行超过 {limit} 个字，文件可能已损坏。请重新下载这一天的账单。'],
  'bill-column-missing': [
    422,
    '微信账单缺少“{column}”一项（读到的表头是“{found}”）。请在微信商户平台核对账单格式，再联系技术支持。',
  ],
  'bill-row-unreadable': [
    422,
    '微信账单第 {line} 行的“{column}”无法识别。请重新下载这一天的账单，仍不行请联系技术支持。',
  ],
  'bill-cut-off': [422, '微信账单不完整，读到第 {lines} 行还没有完整的汇总。请重新下载这一天的账单。'],
  'bill-sums-differ': [
    422,
    '微信账单的明细与汇总不一致：{what}。这份账单没有采用，请重新下载，仍不一致请联系微信支付客服。',
  ],

  // Bank statements
  'bank-layout-missing': [409, '还没有设这个账户的流水格式。请先设好格式，再导入流水。'],
  'bank-layout-does-not-work': [422, '这样的流水格式还不能用：{problems}。请改好再保存。'],
  'bank-days-wrong': [422, '起止日期不对：要从早到晚，最多 {days} 天，不晚于今天。请改好再导入。'],
  'bank-file-unreadable': [
    422,
    '流水文件第 {line} 行的“{column}”读不懂：{detail}。这份文件没有导入，请核对文件和格式。',
  ],
  'bank-file-heading': [
    422,
    '没有找到流水的表头，应是：{columns}。银行可能加了或改了列，请核对文件，或改流水格式。这份文件没有导入。',
  ],
  'bank-file-sums-differ': [
    422,
    '流水写明的{what}是 {said} 元，逐行加起来是 {counted} 元。文件可能不完整，没有导入，请重新向银行下载。',
  ],
  'bank-file-cut-off': [422, '流水文件的末尾没有“{mark}”一行，可能没有下载完整。没有导入，请重新下载。'],
  'bank-line-contradicts': [
    409,
    '流水号 {serial} 以前导入的日期或金额与这份文件不同。没有导入，请向银行查询，以银行的为准。',
  ],
  'bank-line-done': [409, '这一笔流水已经处理过了。请刷新后再看。'],
  'bank-movement-taken': [409, '账上这一笔已经不在，或已与别的流水对上。请刷新后重新选择。'],
  'bank-amounts-differ': [
    422,
    '流水是 {bank} 元，账上是 {ours} 元，不能对上。记错了的，请先冲正重记；没有记错的，请写明原因。',
  ],
  'bank-line-open': [409, '这一笔流水还没有处理。请刷新后再看。'],
  'bank-line-held': [409, '这一笔已经转待查款，请在“待查款”里处理。'],
  'bank-line-fits': [
    409,
    '账上有一笔可能就是它，不能转待查款。是同一笔的，请与账上对上；不是的，请先说明账上那一笔银行为什么没有，或冲销它。',
  ],
  'own-booking': [403, '自己登记的收款，不能自己说明银行为什么没有。请转给另一位财务办理。'],
  'bank-line-went-out': [422, '付出的钱不能转待查款。请与账上的付款对上，或写明原因。'],

  // A property company's roll
  'roll-not-found': [404, '找不到文件 {path}。请核对文件名和所在的文件夹。'],
  'roll-not-readable': [400, '文件没有读完整（{detail}）。请检查文件和网络后重新上传。'],
  'roll-not-xlsx': [
    400,
    '这不是 .xlsx 工作簿，看上去是{found}。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。',
  ],
  'roll-locked': [400, '文件设有打开密码。请在 Excel 或 WPS 里去掉密码，另存后再上传。'],
  'roll-damaged': [
    400,
    '文件已损坏，无法读取（{part}）。请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件后再上传。',
  ],
  'roll-unpacks-too-large': [413, '文件展开后超过 {limit}。请删去图片和多余的工作表，或拆分后再上传。'],
  'roll-too-complex': [413, '文件内容太多，最多 {limit}。请只保留业主档案和欠费明细后再上传。'],
  'roll-too-many-rows': [413, '工作表“{sheet}”读到这里已超过 {limit} 行。请拆分后再上传。'],
  'roll-no-sheet': [422, '没有找到业主档案或欠费明细：{sheets}。请核对表头的列名后再上传。'],

  // The outside world
  'database-unavailable': [503, '系统正在维护，您的数据和钱款不受影响。请几分钟后再试。'],
  'wechat-unavailable': [502, '微信暂时没有回应，您的钱款不受影响。请稍后再试。'],
  'storage-unavailable': [503, '照片和文件暂时存取不了，您的数据和钱款不受影响。请过几分钟再试。'],
  unexpected: [500, '系统出了点问题，我们已记录（编号 {requestId}）。请稍后再试，或联系物业前台。'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

export type RefusalCode = keyof typeof refusals

/** The sentence of a refusal, with its facts filled in. */
export function refusalSentence(
  code: RefusalCode,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return refusals[code][1].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
