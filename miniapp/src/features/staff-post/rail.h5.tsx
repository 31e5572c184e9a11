import { staffRoles } from '@anjiao/shared/vocabulary'
import { replaceWith } from '../../platform/navigate'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { SignOut } from '../binding/sign-out'
import { doors, openDoors } from './doors'
import type { RailProps } from './rail'
import { texts } from './texts'

/** The ways to the other rooms, beside the page; only where the window is wide (staff-page.scss). */
export function Rail({ post, door }: RailProps) {
  return (
    <nav className="rail" aria-label={texts.rail}>
      <div className="rail-who">
        <div className="rail-community">{post.communityName}</div>
        <div className="cell-hint">
          {post.name} · {post.roles.map((role) => staffRoles[role]).join('、')}
        </div>
      </div>
      {openDoors(post.roles).map((each) => (
        <button
          key={each.title}
          type="button"
          className={classNames('pressable', 'rail-door', each === doors[door] && 'rail-door-here')}
          aria-current={each === doors[door] ? 'page' : undefined}
          onClick={() => replaceWith(each.to(post))}
        >
          <Icon name={each.icon} />
          {each.title}
        </button>
      ))}
      <div className="rail-out">
        <SignOut />
      </div>
    </nav>
  )
}
