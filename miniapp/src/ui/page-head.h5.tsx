import Taro from '@tarojs/taro'
import { Icon } from './icon'
import type { PageHeadProps } from './page-head'
import { Pressable } from './pressable'

export function PageHead({ title, first }: PageHeadProps) {
  return (
    <header className="page-head">
      {!first && (
        <Pressable className="page-back" label="返回" onPress={goBack}>
          <Icon name="back" />
        </Pressable>
      )}
      <h1 className="page-title">{title}</h1>
    </header>
  )
}

/** A page opened by its address has nothing behind it: then back means the first page. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else window.location.assign(window.location.pathname)
}
