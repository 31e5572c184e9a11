import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { classNames } from './class-names'
import { PageHead } from './page-head'
import { useTextSize } from './text-size'

export interface PageProps {
  title: string
  children: ReactNode
  /** Stays at the foot of the screen: the page's one action. */
  foot?: ReactNode
  /** For staff pages: uses the whole width of a desktop screen. */
  wide?: boolean
  /** The first page has nowhere to go back to. */
  first?: boolean
}

/** The frame of every page: title, safe areas, text size, and a readable width on a wide screen. */
export function Page({ title, children, foot, wide = false, first = false }: PageProps) {
  const { size } = useTextSize()
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  return (
    <View className={classNames('page', `page-${size}`, wide && 'page-wide')}>
      <PageHead title={title} first={first} />
      <View className="page-body">{children}</View>
      {foot && (
        <View className="page-foot">
          <View className="page-foot-inner">{foot}</View>
        </View>
      )}
    </View>
  )
}

/** Two columns on a wide staff screen, one on a phone. */
export const Columns = ({ children }: { children: ReactNode }) => <View className="columns">{children}</View>

/** Blocks under one another at the page's rhythm. */
export const Stack = ({ children }: { children: ReactNode }) => <View className="stack">{children}</View>
