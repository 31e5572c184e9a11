/** Opens a file in a tab of its own, which is opened at once: a browser blocks one that comes later than the press. */
async function open(ask: () => Promise<string>): Promise<void> {
  const tab = window.open('about:blank', '_blank')
  try {
    const url = await ask()
    if (tab) {
      tab.opener = null
      tab.location.href = url
    } else window.location.assign(url)
  } catch (error) {
    tab?.close()
    throw error
  }
}

export { open as openExcel, open as openPdf }
