import { mainPages } from './routes'
import { ownerPackage } from './routes/owner'
import { staffPackage } from './routes/staff'

export default defineAppConfig({
  pages: mainPages,
  subPackages: [ownerPackage, staffPackage],
  window: {
    navigationBarTitleText: '安缴',
    navigationBarBackgroundColor: '@navigationBar',
    navigationBarTextStyle: '@navigationText',
    backgroundColor: '@ground',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // In the browser a page that slides out is shaded when it has gone: who comes back before that would find it blank.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
})
