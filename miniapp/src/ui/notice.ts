import Taro from '@tarojs/taro'

/** A short word that something is done. Never the only place where a result is told. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 2500 })
}

export interface Question {
  title: string
  text: string
  yes: string
  no?: string
}

/** Asks before something that cannot be undone. Resolves to whether the answer was yes. */
export async function confirm({ title, text, yes, no = '取消' }: Question): Promise<boolean> {
  const { confirm } = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no })
  return confirm
}
