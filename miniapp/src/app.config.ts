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
})
