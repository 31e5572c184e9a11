import type { Question } from './notice'

const shownMs = 2500

export function toast(words: string): void {
  const note = element('div', 'toast', words)
  note.setAttribute('role', 'status')
  frame().append(note)
  setTimeout(() => note.remove(), shownMs)
}

/** The browser's own dialog: it traps the focus, closes on Escape and is announced by screen readers. */
export function confirm({ title, text, yes, no = '取消' }: Question): Promise<boolean> {
  const dialog = document.createElement('dialog')
  dialog.className = 'confirm'
  dialog.setAttribute('aria-label', title)
  const refuse = element('button', 'pressable button button-quiet', no)
  const agree = element('button', 'pressable button button-primary', yes)
  const buttons = element('div', 'confirm-buttons')
  buttons.append(refuse, agree)
  dialog.append(element('h2', 'card-title', title), element('p', 'confirm-text', text), buttons)
  frame().append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    agree.addEventListener('click', () => dialog.close('yes'))
    refuse.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
  })
}

/** Inside the visible page, so that text size and colours are the page's. */
function frame(): Element {
  const pages = [...document.querySelectorAll('.page')]
  return pages.reverse().find((page) => page.getClientRects().length > 0) ?? document.body
}

function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = words
  return made
}
