import Taro from '@tarojs/taro'

/** Brings into sight what has just come about, where it may lie beyond the edge. `selector`: a class, as in a sheet. */
export const scrollTo = (selector: string): void =>
  void Taro.pageScrollTo({ selector, duration: 200 }).catch(() => undefined)
