/** What is asked of who says why something that does not agree is in order. */
export const explainTexts = {
  label: '原因',
  hint: '这里只写明原因，不会改账。要补记、更正或退款的，请先办好再写。写好以后不能撤回，会留下您的名字和时间。',
  send: '提交',
  done: '已记下',
} as const
