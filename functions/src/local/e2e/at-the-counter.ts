import type { Page } from 'playwright-core'

/** A clerk at the page of tills begins to take cash. */
export async function openTill(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: '点数开柜' }).click()
  await desk.getByRole('dialog', { name: '点数开柜' }).getByRole('button', { name: '开始收款' }).click()
  await desk.getByText('正在收款').first().waitFor()
}

/** A clerk at the counter's page takes 500.00 元 of a home: in cash, or by a transfer of this number. */
export async function takeFiveHundred(desk: Page, home: string, transfer?: string): Promise<void> {
  await desk.getByLabel('房号、姓名或手机尾号').fill(home)
  await desk.getByText(home).first().click()
  await desk.getByRole('heading', { level: 1, name: '收款' }).waitFor()
  await desk.getByRole('radio', { name: '按金额缴' }).click()
  await desk.getByLabel('金额', { exact: true }).fill('500')
  if (transfer) {
    await desk.getByRole('radio', { name: '银行转账' }).click()
    await desk.getByLabel('银行流水号').fill(transfer)
  }
  await desk.getByRole('button', { name: '确认收款 500.00 元' }).click()
  await desk.getByText('收款成功').waitFor()
}
