/** What property companies call the one fee for their service, in rolls and registers. The first is what we call it. */
export const serviceFeeNames = ['物业服务费', '物业费', '物业管理费', '管理费', '物业管理服务费'] as const

/** Names of what is owed for being late, as a regular expression. It bears no late fee itself: no interest on interest. */
export const pastLateFeeNames = '违约金|滞纳金|罚息|利息'
