import type { FileChooser, Page } from 'playwright-core'

/** Presses a button that asks for a file, and gives it one. */
export async function chooseFile(
  page: Page,
  button: string,
  file: Parameters<FileChooser['setFiles']>[0],
): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await choosing).setFiles(file)
}

/** The file that a press fetches by a short-lived link, in this page or one that it opens. */
export async function fileOf(page: Page, link: string, press: () => Promise<void>): Promise<Uint8Array> {
  const fetched = page.context().waitForEvent('response', (answer) => answer.url().includes(link))
  await press()
  const reply = await fetch((await fetched).url())
  return new Uint8Array(await reply.arrayBuffer())
}
