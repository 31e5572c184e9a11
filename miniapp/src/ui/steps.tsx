import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'
import { classNames } from './class-names'
import { Icon } from './icon'
import { wholeWords } from './whole-words'

export interface Step {
  readonly title: string
  readonly detail?: ReactNode
  readonly state: 'done' | 'now' | 'next'
}

const spoken = { done: '已完成', now: '正在进行', next: '尚未开始' } as const

export interface StepsProps {
  steps: readonly Step[]
  /** Beside one another: for a few short titles at the head of a page. */
  inLine?: boolean
}

/** Where a matter stands, told as a short list: done, now, next. */
export function Steps({ steps, inLine = false }: StepsProps) {
  return (
    <View className={classNames('steps', inLine && 'steps-line')} {...role('list')}>
      {steps.map((step, at) => (
        <View
          key={step.title}
          className={`step step-${step.state}`}
          {...role('listitem')}
          aria-label={`${step.title}，${spoken[step.state]}`}
        >
          <View className="step-mark">{step.state === 'done' ? <Icon name="check" /> : at + 1}</View>
          <View className="step-words">
            <View className="step-title">{step.title}</View>
            {step.detail && (
              <View
                className={classNames(
                  'cell-hint',
                  typeof step.detail === 'string' && wholeWords(step.detail),
                )}
              >
                {step.detail}
              </View>
            )}
          </View>
        </View>
      ))}
    </View>
  )
}

export interface ProgressProps {
  label: string
  done: number
  total: number
  /** What stands beside the bar, such as `120 / 480 户`. */
  text: string
}

/** How far a run has come. */
export function Progress({ label, done, total, text }: ProgressProps) {
  const percent = total > 0 ? Math.min(100, Math.floor((done * 100) / total)) : 0
  return (
    <View className="progress">
      <View className="progress-words">
        <View>{label}</View>
        <View className="cell-hint">{text}</View>
      </View>
      <View
        className="progress-rail"
        {...role('progressbar')}
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <View className="progress-fill" style={{ width: `${percent}%` }} />
      </View>
    </View>
  )
}
